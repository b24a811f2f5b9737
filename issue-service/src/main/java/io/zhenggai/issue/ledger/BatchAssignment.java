package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of several assignments 批量交办.
 *
 * @param reference id or ledger number of the issue
 * @param version of the issue that it is done to
 * @param deadline with what follows, as of an {@link Assignment}
 */
record BatchAssignment(
        @NotNull @Text(max = 36) String reference,
        @NotNull @Min(0) @Max(1_000_000_000) Long version,
        @NotNull LocalDate deadline,
        @Min(1) @Max(30) @Nullable Integer acknowledgeWithinWorkingDays,
        @Nullable Level verifier,
        @Text(max = 100) @Nullable String leadUnit)
        implements BatchItem {

    Assignment assignment() {
        return new Assignment(deadline, acknowledgeWithinWorkingDays, verifier, leadUnit);
    }
}
