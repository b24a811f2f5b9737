package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.Issues.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofChina();

    @ParameterizedTest
    @CsvSource({
        "2021-10-25,3,2021-10-25",
        "2021-10-26,3,2021-10-25",
        "2021-12-31,,2021-10-22",
        "2021-10-22,,2021-10-22",
        "2021-10-21,,2021-10-21",
        "2021-10-20,,2021-10-20"
    })
    void anIssueIsAcknowledgedByItsDeadline(LocalDate deadline, @Nullable Integer days, LocalDate acknowledgeBy) {
        assertThat(assignment(deadline, days).acknowledgeBy(TODAY, CALENDAR)).isEqualTo(acknowledgeBy);
    }

    @Test
    void aLimitBehindTheDeadlineIsRefusedNamingBothDays() {
        Assignment assignment = assignment(LocalDate.of(2021, 10, 24), 3);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> assignment.acknowledgeBy(TODAY, CALENDAR));

        assertThat(refusal.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("acknowledgeWithinWorkingDays");
            assertThat(violation.message().zh()).isEqualTo("签收期限（2021-10-25）不得晚于整改时限（2021-10-24）");
        });
    }

    private static Assignment assignment(LocalDate deadline, @Nullable Integer acknowledgeWithinWorkingDays) {
        return new Assignment(deadline, acknowledgeWithinWorkingDays, null, null);
    }
}
