package io.zhenggai.issue.object;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects in a bucket of a store that speaks S3. */
final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;

    S3ObjectStore(S3Settings settings) {
        this.bucket = required(settings.bucket(), "bucket");
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.readTimeout()))
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        required(settings.accessKey(), "access-key"), required(settings.secretKey(), "secret-key"))))
                .forcePathStyle(settings.pathStyle())
                // Stores that are not Amazon's do not all know the checksums that the client would add of its own
                // accord.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        settings.endpoint().ifPresent(builder::endpointOverride);
        this.client = builder.build();
    }

    private static String required(Optional<String> value, String name) {
        return value.orElseThrow(() ->
                new IllegalStateException("zhenggai.objects.store is S3, so zhenggai.s3." + name + " must be set"));
    }

    /** A store that knows the checksum refuses what has arrived otherwise than it was sent. */
    @Override
    public void put(ObjectKey key, Path file) {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(key.sha256()));
        tell(
                "put",
                key,
                () -> client.putObject(
                        request -> request.bucket(bucket)
                                .key(key.toString())
                                .contentType("application/octet-stream")
                                .checksumSHA256(checksum),
                        file));
    }

    @Override
    public InputStream open(ObjectKey key, long from, long length) {
        return tell(
                "open",
                key,
                () -> client.getObject(request ->
                        request.bucket(bucket).key(key.toString()).range("bytes=" + from + "-" + (from + length - 1))));
    }

    @Override
    public void delete(ObjectKey key) {
        tell(
                "delete",
                key,
                () -> client.deleteObject(request -> request.bucket(bucket).key(key.toString())));
    }

    /** Asks on where keys of others lie between: a page that is not full is the last one. */
    @Override
    public List<KeptObject> list(Optional<ObjectKey> behind, int limit) {
        return tell("list", behind, () -> client
                .listObjectsV2Paginator(request -> request.bucket(bucket)
                        .maxKeys(limit)
                        .startAfter(behind.map(ObjectKey::toString).orElse(null)))
                .contents()
                .stream()
                .flatMap(found ->
                        ObjectKey.parse(found.key()).stream().map(key -> new KeptObject(key, found.lastModified())))
                .limit(limit)
                .toList());
    }

    private <A> A tell(String what, Object about, Supplier<A> call) {
        try {
            return call.get();
        } catch (NoSuchKeyException e) {
            throw new MissingObjectException((ObjectKey) about);
        } catch (SdkException e) {
            throw new ObjectStoreException(what + " " + about, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
