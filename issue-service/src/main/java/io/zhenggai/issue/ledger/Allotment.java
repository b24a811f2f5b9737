package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 分办.
 *
 * @param leadUnit 牵头单位: who acknowledges and rectifies
 * @param cooperatingUnits 配合单位, at most 20; none where nothing is said
 * @param acknowledgeWithinWorkingDays until when it is acknowledged, at the latest by the deadline; where nothing is said 2, or the
 *     deadline when that is sooner
 */
record Allotment(
        @NotNull @Text(max = 100) String leadUnit,
        @Size(max = 20) List<@NotBlank @Text(max = 100) String> cooperatingUnits,
        @Min(1) @Max(30) @Nullable Integer acknowledgeWithinWorkingDays) {

    /** Nothing said about cooperating units means none; what is missing elsewhere is found by validation. */
    @SuppressWarnings("DataFlowIssue")
    Allotment {
        leadUnit = Stripped.orNull(leadUnit);
        cooperatingUnits = Stripped.each(cooperatingUnits);
    }
}
