package io.zhenggai.issue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PairsTest {

    private static final UUID A = UUID.fromString("01980000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("01980000-0000-7000-8000-00000000000b");
    private static final UUID C = UUID.fromString("01980000-0000-7000-8000-00000000000c");

    @Test
    void oneOfTwoNamesTheOther() {
        Pairs pairs = pairs(List.of(piece(A, Moment.BEFORE, null), piece(B, Moment.AFTER, A)));

        assertThat(pairs.of(B)).isEqualTo(A);
        assertThat(pairs.of(A)).isNull();
        assertThat(pairs.isEmpty()).isFalse();
    }

    @Test
    void theOrderDoesNotMatter() {
        assertThat(pairs(List.of(piece(A, Moment.BEFORE, B), piece(B, Moment.AFTER, null)))
                        .of(A))
                .isEqualTo(B);
    }

    @Test
    void bothMayNameEachOtherAndItIsStoredOnce() {
        Pairs pairs = pairs(List.of(piece(A, Moment.BEFORE, B), piece(B, Moment.AFTER, A)));

        assertThat(pairs.of(A)).isEqualTo(B);
        assertThat(pairs.of(B)).isNull();
    }

    @Test
    void aPieceThatIsThereMayBeNamed() {
        Pairs pairs = Pairs.checked(
                List.of(piece(B, Moment.AFTER, A)), List.of(new Pairs.Piece(A, Moment.BEFORE, null)), i -> "");

        assertThat(pairs.of(B)).isEqualTo(A);
    }

    @Test
    void whatIsNotOfTheIssueOrTheSamePieceIsNone() {
        assertBroken(List.of(piece(A, Moment.BEFORE, C)), "evidence[0].pairedWith");
        assertBroken(List.of(piece(A, Moment.BEFORE, A)), "evidence[0].pairedWith");
    }

    @Test
    void oneIsFromBeforeAndOneFromAfter() {
        assertBroken(List.of(piece(A, Moment.AFTER, null), piece(B, Moment.AFTER, A)), "evidence[1].moment");
        assertBroken(List.of(piece(A, null, null), piece(B, Moment.AFTER, A)), "evidence[1].moment");
        assertBroken(List.of(piece(A, Moment.BEFORE, null), piece(B, null, A)), "evidence[1].moment");
    }

    @Test
    void eachIsInOnePair() {
        assertBroken(
                List.of(piece(A, Moment.BEFORE, null), piece(B, Moment.AFTER, A), piece(C, Moment.AFTER, A)),
                "evidence[2].pairedWith");
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> Pairs.checked(
                        List.of(piece(C, Moment.AFTER, A)),
                        List.of(new Pairs.Piece(A, Moment.BEFORE, B), new Pairs.Piece(B, Moment.AFTER, A)),
                        i -> ""));
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("pairedWith");
    }

    private static void assertBroken(List<Attachment> added, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> pairs(added));

        assertThat(refusal.violations()).extracting(Violation::field).containsExactly(field);
    }

    private static Pairs pairs(List<Attachment> added) {
        return Pairs.checked(added, List.of(), i -> "evidence[" + i + "].");
    }

    private static Attachment piece(UUID id, @Nullable Moment moment, @Nullable UUID pairedWith) {
        return new Attachment(id, moment, pairedWith);
    }
}
