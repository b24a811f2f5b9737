package io.zhenggai.kit.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedDigestTest {

    private static final String ZEROS = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void theSameTextHasTheSameDigest() {
        assertThat(new KeyedDigest(ZEROS).of("zhang@offices.example"))
                .isEqualTo(new KeyedDigest(ZEROS).of("zhang@offices.example"));
        assertThat(new KeyedDigest(ZEROS).of("zhang@offices.example"))
                .isNotEqualTo(new KeyedDigest(ZEROS).of("zhang@offices.example."));
    }

    @Test
    void withAnotherKeyTheSameTextHasAnotherDigest() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertThat(new KeyedDigest(Base64.getEncoder().encodeToString(other)).of("zhang@offices.example"))
                .isNotEqualTo(new KeyedDigest(ZEROS).of("zhang@offices.example"));
    }

    /** RFC 4231, test case 2, with a key that is filled up with zeros: HMAC fills it up itself. */
    @Test
    void isTheHmacOfTheStandard() {
        byte[] key = new byte[32];
        byte[] jefe = "Jefe".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(jefe, 0, key, 0, jefe.length);

        assertThat(HexFormat.of()
                        .formatHex(new KeyedDigest(Base64.getEncoder().encodeToString(key))
                                .of("what do ya want for nothing?")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @CsvSource({
        "'','zhenggai.digest.key has 0 bytes, not 32'",
        "c2VjcmV0,'zhenggai.digest.key has 6 bytes, not 32'",
        "not base64!,zhenggai.digest.key is not in Base64"
    })
    void aKeyThatIsNoneIsRefusedAndNotShown(String key, String reason) {
        assertThatThrownBy(() -> new KeyedDigest(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage(reason);
    }
}
