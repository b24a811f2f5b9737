package io.zhenggai.plan.plan.content;

import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 措施. Text, deadline, lead unit and responsible person are needed when the plan is submitted.
 *
 * @param id given by this service; sent back to keep the measure's identity, left out for a new one
 * @param deadline 时限
 * @param stageGoal needed when the deadline lies behind the campaign's last day
 * @param leadUnit 牵头单位
 * @param cooperatingUnits 配合单位, at most 20
 * @param responsiblePerson 责任人, by name
 * @param issues the issues that it answers, by id or ledger number; at most 1,000
 */
public record Measure(
        @Nullable UUID id,
        @Text(max = 1_000) @Nullable String text,
        @Nullable LocalDate deadline,
        @Valid @Nullable StageGoal stageGoal,
        @Text(max = 100) @Nullable String leadUnit,
        @Size(max = 20) List<@NotBlank @Text(max = 100) String> cooperatingUnits,
        @Text(max = 50) @Nullable String responsiblePerson,
        @Size(max = 1_000) List<@NotBlank @Text(max = 50) String> issues) {

    /** Nothing said means none. */
    @SuppressWarnings("ConstantValue")
    public Measure {
        cooperatingUnits = cooperatingUnits == null ? List.of() : cooperatingUnits;
        issues = issues == null ? List.of() : issues;
    }

    /** @return the same measure under that id, answering those issues */
    Measure as(UUID newId, List<String> newIssues) {
        return new Measure(newId, text, deadline, stageGoal, leadUnit, cooperatingUnits, responsiblePerson, newIssues);
    }
}
