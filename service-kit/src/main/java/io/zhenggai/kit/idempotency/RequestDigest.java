package io.zhenggai.kit.idempotency;

import io.zhenggai.kit.encryption.Sha256;
import io.zhenggai.kit.identity.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Digests (SHA-256) by which requests are compared without being kept. */
final class RequestDigest {

    private RequestDigest() {}

    /**
     * Of who asks and how it calls the request. With the role, the region and the unit: who has taken over another post is another client,
     * and is not shown what it was answered before.
     */
    static byte[] ofClient(Caller caller, IdempotencyKey key) {
        return digest(
                caller.person(),
                caller.role().claim(),
                caller.region(),
                caller.unit().orElse(null),
                key.value());
    }

    /**
     * Of what is asked.
     *
     * @param uri path and query as sent
     * @param body the digest of the body; of no bytes where there was none
     */
    static byte[] ofRequest(String method, String uri, @Nullable String contentType, byte[] body) {
        MessageDigest digest = Sha256.begin();
        digest.update(digest(method, uri, contentType));
        digest.update(body);
        return digest.digest();
    }

    /** Each with its length before it: otherwise "ab", "c" would be "a", "bc". */
    private static byte[] digest(@Nullable String... parts) {
        MessageDigest digest = Sha256.begin();
        for (String part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(part == null ? -1 : bytes.length)
                    .array());
            digest.update(bytes);
        }
        return digest.digest();
    }
}
