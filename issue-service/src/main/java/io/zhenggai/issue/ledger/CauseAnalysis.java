package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 原因分析 and who does what about it. What is blank is absent.
 *
 * @param causeAnalysis why the problem came about
 * @param rectificationGoal what is to be reached
 * @param leadUnit 牵头单位
 * @param cooperatingUnits 配合单位, at most 20; where nothing is said those that are named already
 * @param responsiblePerson 责任人, by name
 */
public record CauseAnalysis(
        @NotNull @Text(max = 2_000) String causeAnalysis,
        @Text(max = 1_000) @Nullable String rectificationGoal,
        @NotNull @Text(max = 100) String leadUnit,
        @Size(max = 20) @Nullable List<@NotBlank @Text(max = 100) String> cooperatingUnits,
        @NotNull @Text(max = 50) String responsiblePerson) {

    /** What is missing is found by validation. */
    @SuppressWarnings("DataFlowIssue")
    public CauseAnalysis {
        causeAnalysis = Stripped.orNull(causeAnalysis);
        rectificationGoal = Stripped.orNull(rectificationGoal);
        leadUnit = Stripped.orNull(leadUnit);
        responsiblePerson = Stripped.orNull(responsiblePerson);
        cooperatingUnits = cooperatingUnits == null ? null : Stripped.each(cooperatingUnits);
    }
}
