package io.zhenggai.kit.history;

import io.zhenggai.kit.encryption.Sha256;
import java.nio.charset.StandardCharsets;

/** Stands in a history for what is too long to stand there and lies elsewhere: who has the one can tell whether the other was changed. */
public final class ContentDigest {

    private ContentDigest() {}

    /** @return {@code sha256:} and 64 hexadecimal digits, of the UTF-8 bytes; not for personal data, which would be found by trying */
    public static String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** @return {@code sha256:} and 64 hexadecimal digits */
    public static String of(byte[] content) {
        return "sha256:" + Sha256.hex(content);
    }
}
