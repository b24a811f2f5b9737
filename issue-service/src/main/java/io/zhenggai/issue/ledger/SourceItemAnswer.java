package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 答复.
 *
 * @param answer what was answered, at most 2,000 characters
 * @param answeredOn on which day, not in the future and not before the source's date; today where nothing is said
 */
record SourceItemAnswer(
        @NotNull @Text(max = 2_000) String answer, @Nullable LocalDate answeredOn) {

    /** What says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    SourceItemAnswer {
        answer = Stripped.orNull(answer);
    }
}
