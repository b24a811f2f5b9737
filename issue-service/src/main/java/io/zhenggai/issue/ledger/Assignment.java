package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 交办.
 *
 * @param deadline until when it is rectified: from today to the campaign's last day
 * @param acknowledgeWithinWorkingDays until when it is acknowledged; 2 where nothing is said
 * @param verifier who verifies; the source's default where nothing is said, and only the province departs from it
 * @param leadUnit the unit that is to lead; may be named later, with the cause
 */
record Assignment(
        @NotNull LocalDate deadline,
        @Min(1) @Max(30) @Nullable Integer acknowledgeWithinWorkingDays,
        @Nullable Verifier verifier,
        @Text(max = 100) @Nullable String leadUnit) {

    /** A blank name names nobody. */
    Assignment {
        leadUnit = Stripped.orNull(leadUnit);
    }
}
