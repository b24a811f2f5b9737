package io.zhenggai.kit.encryption;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key with the name by which what it encrypted finds it again.
 *
 * @param name 1 to 16 of lower-case letters, digits and hyphens
 * @param key for AES, 256 bits
 */
record EncryptionKey(String name, SecretKey key) {

    private static final int BYTES = 32;

    /** @throws IllegalArgumentException naming the rule, and never the key */
    EncryptionKey {
        requireName(name);
        int length = key.getEncoded().length;
        if (length != BYTES) {
            throw new IllegalArgumentException(
                    "zhenggai.encryption.keys: the key " + name + " has " + length + " bytes, not " + BYTES);
        }
    }

    /**
     * @param text {@code name:key}, the key in Base64
     * @throws IllegalArgumentException naming the rule, and never the key
     */
    static EncryptionKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("zhenggai.encryption.keys: each is name:key, the key in Base64");
        }
        String name = text.substring(0, colon).strip();
        // Before it is said of any key what is wrong with it: who has confused the two has written the key where the
        // name belongs.
        requireName(name);
        return new EncryptionKey(
                name, new SecretKeySpec(bytes(name, text.substring(colon + 1).strip()), "AES"));
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z0-9-]{1,16}")) {
            throw new IllegalArgumentException(
                    "zhenggai.encryption.keys: a name is 1 to 16 of lower-case letters, digits and hyphens");
        }
    }

    private static byte[] bytes(String name, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Without its cause, which shows characters of the key.
            throw new IllegalArgumentException("zhenggai.encryption.keys: the key " + name + " is not in Base64");
        }
        if (bytes.length == 0) {
            throw new IllegalArgumentException("zhenggai.encryption.keys: the key " + name + " is empty");
        }
        return bytes;
    }
}
