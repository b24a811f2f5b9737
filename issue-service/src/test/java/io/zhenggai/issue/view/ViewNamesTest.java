package io.zhenggai.issue.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.issue.view.ViewNames.Named;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ViewNamesTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private static ViewNames many(int count) {
        return new ViewNames(IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Named(new UUID(0, number), number, "查询" + number))
                .toList());
    }

    @Test
    void thereIsRoomForTheFiftiethAndForNoneBehindIt() {
        assertThatCode(() -> many(49).requireRoomFor("逾期")).doesNotThrowAnyException();

        Refusal refusal = refusal(() -> many(50).requireRoomFor("逾期"));
        assertThat(refusal.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(refusal.violations()).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        Refusal refusal = refusal(() -> many(2).requireRoomFor("查询2"));

        assertThat(refusal.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("name");
    }

    /** Which says more: another one need not go to make room. */
    @Test
    void thatANameIsTakenIsSaidBeforeThatThereIsNoRoom() {
        assertThat(refusal(() -> many(50).requireRoomFor("查询2")).violations())
                .extracting(Violation::field)
                .containsExactly("name");
    }

    @Test
    void aViewKeepsItsNameOrTakesOneThatIsFree() {
        assertThatCode(() -> many(50).requireFree("查询1", FIRST)).doesNotThrowAnyException();
        assertThatCode(() -> many(50).requireFree("逾期", FIRST)).doesNotThrowAnyException();

        assertThat(refusal(() -> many(2).requireFree("查询1", SECOND)).violations())
                .extracting(Violation::field)
                .containsExactly("name");
    }

    @Test
    void whatThePersonDoesNotKeepIsNotThere() {
        assertThat(many(2).require(SECOND).version()).isEqualTo(2);
        assertThat(refusal(() -> many(1).require(SECOND)).type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refusal(() -> new ViewNames(List.of()).require(FIRST)).type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    private static Refusal refusal(ThrowingCallable deed) {
        Refusal[] refusals = new Refusal[1];
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> refusals[0] = refusal);
        return refusals[0];
    }
}
