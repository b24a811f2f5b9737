package io.zhenggai.issue.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 原因分析 and who does what about it.
 *
 * @param causeAnalysis why the problem came about
 * @param rectificationGoal what is to be reached
 * @param leadUnit 牵头单位
 * @param cooperatingUnits 配合单位, at most 20; none where nothing is said
 * @param responsiblePerson 责任人, by name
 */
record CauseAnalysis(
        @NotBlank @Size(max = 2_000) String causeAnalysis,
        @Size(max = 1_000) @Nullable String rectificationGoal,
        @NotBlank @Size(max = 100) String leadUnit,
        @Size(max = 20) List<@NotBlank @Size(max = 100) String> cooperatingUnits,
        @NotBlank @Size(max = 50) String responsiblePerson) {

    /** Nothing said about cooperating units means none. */
    @SuppressWarnings("ConstantValue")
    CauseAnalysis {
        cooperatingUnits = cooperatingUnits == null ? List.of() : cooperatingUnits;
    }
}
