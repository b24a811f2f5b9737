package io.zhenggai.kit.encryption;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. Not for what could be found by trying: that takes {@link KeyedDigest}. */
public final class Sha256 {

    private Sha256() {}

    /** @return one that has digested nothing yet */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @return 64 hexadecimal digits, in lower case */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(begin().digest(content));
    }
}
