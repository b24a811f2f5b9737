package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * An issue to register.
 *
 * @param campaignId a published campaign
 * @param region six-digit code of the city, county or zone concerned
 * @param description what is wrong, at most 2,000 characters
 */
public record NewIssue(
        @NotNull UUID campaignId,
        @NotNull @RegionCodeText String region,
        @NotNull @Text(max = 2_000) String description,
        @NotNull Category category,
        @NotNull Severity severity,
        @NotNull @Valid SourceItem sourceItem) {

    /** A description that says nothing is missing; what is missing is found by validation. */
    @SuppressWarnings("DataFlowIssue")
    public NewIssue {
        description = Stripped.orNull(description);
    }
}
