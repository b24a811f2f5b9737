package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an issue stood in the ledger that an office has kept until now 既有台账, as far as it is taken over. What is blank is absent.
 *
 * @param status where it stood
 * @param registeredOn when it came into that ledger; where nobody has written it down, when it was assigned, or today
 * @param assignedOn 交办日期
 * @param deadline 整改时限; may lie in the past
 * @param cooperatingUnits 配合单位, at most 20; none where nothing is said
 * @param closedOn 销号日期
 * @param verifiedBy 验收人, or the unit where only that is known
 * @param former what the history keeps of it beside the issue
 */
public record TakeOver(
        @NotNull IssueStatus status,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate deadline,
        @Text(max = 100) @Nullable String leadUnit,
        @Size(max = 20) List<@NotBlank @Text(max = 100) String> cooperatingUnits,
        @Text(max = 50) @Nullable String responsiblePerson,
        @Text(max = 2_000) @Nullable String causeAnalysis,
        @Text(max = 1_000) @Nullable String rectificationGoal,
        @Text(max = 2_000) @Nullable String progress,
        @Text(max = 2_000) @Nullable String result,
        @Text(max = 2_000) @Nullable String lastingMechanism,
        @Nullable LocalDate closedOn,
        @Text(max = 100) @Nullable String verifiedBy,
        @Valid FormerEntry former) {

    /** Two blanks name nobody. */
    public TakeOver {
        leadUnit = Stripped.orNull(leadUnit);
        cooperatingUnits = Stripped.each(cooperatingUnits);
        responsiblePerson = Stripped.orNull(responsiblePerson);
        causeAnalysis = Stripped.orNull(causeAnalysis);
        rectificationGoal = Stripped.orNull(rectificationGoal);
        progress = Stripped.orNull(progress);
        result = Stripped.orNull(result);
        lastingMechanism = Stripped.orNull(lastingMechanism);
        verifiedBy = Stripped.orNull(verifiedBy);
    }

    /** @return the day on which it was registered at the latest; empty where no day of before is known */
    Optional<LocalDate> registeredAtTheLatest() {
        return Optional.ofNullable(registeredOn).or(() -> Optional.ofNullable(assignedOn));
    }
}
