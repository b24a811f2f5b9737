package io.zhenggai.kit.encryption;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells whether two texts are the same without telling what they are: HMAC-SHA-256 (RFC 2104) with a key of its own, by which what is
 * encrypted is found again, and by which a history tells that personal data changed. A digest without a key would be found by trying all
 * addresses there are. The key stays as long as the digests: with another one nothing is found.
 */
@Singleton
public class KeyedDigest {

    static final String SETTING = "zhenggai.digest.key";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    /**
     * @param base64 32 bytes of chance
     * @throws IllegalArgumentException naming the rule, and never the key
     */
    KeyedDigest(@ConfigProperty(name = SETTING) String base64) {
        this.key = new SecretKeySpec(bytes(base64), "HmacSHA256");
    }

    private static byte[] bytes(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Without its cause, which shows characters of the key.
            throw new IllegalArgumentException(SETTING + " is not in Base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(SETTING + " has " + bytes.length + " bytes, not " + KEY_BYTES);
        }
        return bytes;
    }

    /** @return 32 bytes, the same for the same text */
    public byte[] of(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** @return the digest in words, as histories have it in the place of personal data: {@code hmac-sha256:} and 64 hexadecimal digits */
    public String marked(String text) {
        return "hmac-sha256:" + HexFormat.of().formatHex(of(text));
    }
}
