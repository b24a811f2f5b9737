package io.zhenggai.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static final LocalDate DAY = LocalDate.of(2021, 10, 31);

    @Test
    void theTagOfYesterdayStillMatchesTheSameVersion() {
        EntityTags.requireMatch(EntityTags.of(3, DAY.minusDays(1)), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3.2021-10-31\"", "\"1.2021-10-31\", \"3.2021-10-31\"", "*", "\"3\""})
    void oneOfTheTagsNamesTheVersion(String ifMatch) {
        EntityTags.requireMatch(ifMatch, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2.2021-10-31\"", "\"30.2021-10-31\"", "3.2021-10-31", "W/\"3.2021-10-31\"", "x"})
    void refusesAnotherVersion(String ifMatch) {
        assertThatThrownBy(() -> EntityTags.requireMatch(ifMatch, 3))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.STALE_VERSION));
    }

    @Test
    void whatElseIsShownMakesAnotherTagOfTheSameVersion() {
        String tag = EntityTags.of(3, DAY, "deadline 2021-12-31");

        EntityTags.requireMatch(tag, 3);
        assertThat(tag)
                .isEqualTo(EntityTags.of(3, DAY, "deadline 2021-12-31"))
                .isNotEqualTo(EntityTags.of(3, DAY, "deadline 2022-01-05"));
        assertThat(Answers.read("thing", tag, tag).getStatus()).isEqualTo(304);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void refusesWithoutTag(String ifMatch) {
        assertThatThrownBy(() -> EntityTags.requireMatch(ifMatch, 3))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                        .isEqualTo(ProblemType.PRECONDITION_REQUIRED));
    }
}
