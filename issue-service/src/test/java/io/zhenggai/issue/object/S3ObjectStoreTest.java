package io.zhenggai.issue.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server that speaks S3 and checks signatures. */
class S3ObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path directory;

    private S3Proxy server;
    private S3ObjectStore store;

    @BeforeEach
    void start() throws Exception {
        BlobStore blobs = new FilesystemNio2BlobStore(
                Files.createDirectories(directory.resolve("s3")).toString());
        blobs.createContainer("evidence");
        server = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "issues", "secret")
                .build();
        server.start();
        store = new S3ObjectStore(settings("secret"));
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        server.stop();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    /** Whatever else lies in the bucket does not make a page look like the last one. */
    @Test
    void aPageIsFullWhereKeysOfOthersLieBetween() throws IOException {
        List<ObjectKey> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            keys.add(put(new byte[] {(byte) i}));
        }
        Collections.sort(keys);
        for (ObjectKey key : keys) {
            Files.writeString(directory.resolve("s3/evidence/" + key + ".bak"), "of somebody else");
        }

        List<KeptObject> page = store.list(Optional.empty(), 3);

        assertThat(page).extracting(KeptObject::key).containsExactlyElementsOf(keys.subList(0, 3));
        assertThat(store.list(Optional.of(keys.get(2)), 3))
                .extracting(KeptObject::key)
                .containsExactlyElementsOf(keys.subList(3, 5));
    }

    @Test
    void whoCannotProveWhoTheyAreIsA503() {
        try (S3ObjectStore stranger = new S3ObjectStore(settings("wrong"))) {
            assertThatExceptionOfType(ObjectStoreException.class)
                    .isThrownBy(() -> stranger.list(Optional.empty(), 10))
                    .satisfies(e -> assertThat(e.type().status()).isEqualTo(503))
                    .satisfies(e -> assertThat(e.detail().en()).doesNotContain("issues"));
        }
    }

    @Test
    void aServerThatIsAwayIsA503() throws Exception {
        ObjectKey key = put(new byte[] {1});
        server.stop();

        assertThatExceptionOfType(ObjectStoreException.class).isThrownBy(() -> store.open(key, 0, 1));
        assertThatExceptionOfType(ObjectStoreException.class).isThrownBy(() -> put(new byte[] {2}));
    }

    @Test
    void whatIsMissingInTheSettingsIsNamed() {
        S3Settings none = new TestSettings(server.getPort(), Optional.empty());

        assertThatIllegalStateException()
                .isThrownBy(() -> new S3ObjectStore(none))
                .withMessageContaining("zhenggai.s3.secret-key");
    }

    private S3Settings settings(String secret) {
        return new TestSettings(server.getPort(), Optional.of(secret));
    }

    private record TestSettings(int port, Optional<String> secretKey) implements S3Settings {

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(URI.create("http://127.0.0.1:" + port));
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> bucket() {
            return Optional.of("evidence");
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("issues");
        }

        @Override
        public boolean pathStyle() {
            return true;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration readTimeout() {
            return Duration.ofSeconds(10);
        }
    }
}
