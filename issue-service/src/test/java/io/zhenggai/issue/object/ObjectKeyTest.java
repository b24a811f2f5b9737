package io.zhenggai.issue.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

    private static final String DIGEST = "86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b";
    private static final String ID = "01980000-0000-7000-8000-000000000001";

    @Test
    void isWrittenByDigestAndIdAndReadAgain() {
        ObjectKey key = new ObjectKey(DIGEST, UUID.fromString(ID));

        assertThat(key).hasToString("86/ed/" + DIGEST + "-" + ID);
        assertThat(ObjectKey.parse(key.toString())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "86/ed/" + DIGEST,
                "86/ee/" + DIGEST + "-" + ID,
                "../86/ed/" + DIGEST + "-" + ID,
                "86/ed/" + DIGEST + "-" + ID + ".unfinished",
                "86/ed/../../etc/passwd"
            })
    void whatIsWrittenOtherwiseIsNone(String written) {
        assertThat(ObjectKey.parse(written)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "86ed", "../../../../etc/passwd"})
    void aDigestIsADigest(String digest) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(digest, UUID.randomUUID()));
    }
}
