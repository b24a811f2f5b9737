package io.zhenggai.kit.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.Startup;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionTest {

    private static final String ZERO = key((byte) 0, 32);
    private static final String ONE = key((byte) 1, 32);
    private static final byte[] TEXT = "王某某，电话 0371-65506114".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100_000})
    void whatWasEncryptedIsReadAgain(int length) {
        byte[] plain = new byte[length];
        new SecureRandom().nextBytes(plain);
        Encryption encryption = encryption("a:" + ZERO);

        byte[] stored = encryption.encrypt(plain, "here");

        assertThat(encryption.decrypt(stored, "here")).isEqualTo(plain);
        assertThat(stored).hasSize(length + 2 + "a".length() + 12 + 16);
    }

    @Test
    void theSameIsNeverStoredTheSame() {
        Encryption encryption = encryption("a:" + ZERO);

        assertThat(encryption.encrypt(TEXT, "here")).isNotEqualTo(encryption.encrypt(TEXT, "here"));
    }

    @Test
    void nothingOfItCanBeReadWhereItIsStored() {
        String stored = new String(encryption("a:" + ZERO).encrypt(TEXT, "here"), StandardCharsets.ISO_8859_1);

        assertThat(stored).doesNotContain("0371");
    }

    @Test
    void theFirstKeyEncryptsAndThoseBehindItStillRead() {
        byte[] before = encryption("a:" + ZERO).encrypt(TEXT, "here");
        Encryption rotated = encryption("b:" + ONE, "a:" + ZERO);

        assertThat(rotated.decrypt(before, "here")).isEqualTo(TEXT);
        byte[] after = rotated.encrypt(TEXT, "here");
        assertThat(encryption("b:" + ONE).decrypt(after, "here")).isEqualTo(TEXT);
    }

    @Test
    void aKeyThatIsMissingIsNamed() {
        byte[] before = encryption("a:" + ZERO).encrypt(TEXT, "here");

        assertThatThrownBy(() -> encryption("b:" + ONE).decrypt(before, "here"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the key a is needed");
    }

    @Test
    void anotherKeyOfTheSameNameIsNoKey() {
        byte[] before = encryption("a:" + ZERO).encrypt(TEXT, "here");

        assertThatThrownBy(() -> encryption("a:" + ONE).decrypt(before, "here"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the key a is another one");
    }

    @Test
    void whatWasTakenFromElsewhereIsNotRead() {
        Encryption encryption = encryption("a:" + ZERO);
        byte[] stored = encryption.encrypt(TEXT, "contact 1");

        assertThatThrownBy(() -> encryption.decrypt(stored, "contact 2")).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aChangeOfAnyByteIsNoticed() {
        Encryption encryption = encryption("a:" + ZERO);
        byte[] stored = encryption.encrypt(TEXT, "here");

        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> encryption.decrypt(changed, "here"))
                    .as("byte %d", i)
                    .isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void whatIsCutOffIsNotRead() {
        Encryption encryption = encryption("a:" + ZERO);
        byte[] stored = encryption.encrypt(TEXT, "here");

        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> encryption.decrypt(cut, "here"))
                    .as("%d bytes", length)
                    .isInstanceOf(UnreadableException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a, name:key",
        "A:AAAA, lower-case",
        ":AAAA, lower-case",
        "a2345678901234567:AAAA, lower-case",
        "a:, the key a is empty",
        "a:?, the key a is not in Base64",
        "a:AAAA, the key a has 3 bytes"
    })
    void aKeyThatIsNoneIsRefusedByItsRule(String text, String rule) {
        assertThatThrownBy(() -> encryption(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zhenggai.encryption.keys")
                .hasMessageContaining(rule);
    }

    @Test
    void aKeyOfOneByteMoreOrLessIsRefusedWithoutBeingShown() {
        for (int length : new int[] {31, 33}) {
            String wrong = key((byte) 7, length);
            assertThatThrownBy(() -> encryption("a:" + wrong))
                    .hasMessageContaining("has " + length + " bytes, not 32")
                    .hasMessageNotContaining(wrong)
                    .hasNoCause();
        }
    }

    @Test
    void aKeyInTheNamesPlaceIsNotShown() {
        for (String text : new String[] {ONE + ":a", ONE + ":", ONE + ":" + ZERO}) {
            assertThatThrownBy(() -> encryption(text))
                    .hasMessageContaining("a name is")
                    .hasMessageNotContaining(ONE.substring(0, 8))
                    .hasNoCause();
        }
    }

    /** Otherwise the first request would find out, when the replica before has gone. */
    @Test
    void aKeyThatIsNoneKeepsTheServiceFromStarting() {
        assertThat(Encryption.class).hasAnnotation(Startup.class);
    }

    @Test
    void namesAreThereOnceAndKeysAtLeastOnce() {
        assertThatThrownBy(() -> encryption("a:" + ZERO, "a:" + ONE)).hasMessageContaining("two keys are called a");
        assertThatThrownBy(EncryptionTest::encryption).hasMessageContaining("there is none");
    }

    private static Encryption encryption(String... keys) {
        return new Encryption(List.of(keys), new SecureRandom());
    }

    private static String key(byte value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
