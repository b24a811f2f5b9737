package io.zhenggai.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void upToTwoHundredVisibleCharacters() {
        assertThat(IdempotencyKey.of(List.of("!"))).contains(new IdempotencyKey("!"));
        assertThat(IdempotencyKey.of(List.of("~".repeat(200)))).isPresent();
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u007f", "密", "a\t"})
    void whatIsNotVisibleAsciiIsRefused(String sent) {
        assertRefused(List.of(sent));
    }

    @Test
    void oneCharacterMoreIsRefusedAndSoIsASecondKey() {
        assertRefused(List.of("~".repeat(201)));
        assertRefused(List.of("a", "a"));
    }

    private static void assertRefused(List<String> sent) {
        assertThatThrownBy(() -> IdempotencyKey.of(sent)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REQUEST);
            assertThat(refusal.violations().get(0).field()).isEqualTo("Idempotency-Key");
        });
    }
}
