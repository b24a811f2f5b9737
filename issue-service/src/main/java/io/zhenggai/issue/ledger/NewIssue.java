package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issue to register.
 *
 * @param campaignId a published campaign
 * @param region six-digit code of the city, county or zone concerned
 * @param description what is wrong, at most 2,000 characters
 * @param recurrenceOf id or ledger number of a closed issue of the same city that has come back 问题反弹; absent where it is new
 */
public record NewIssue(
        @NotNull UUID campaignId,
        @NotNull @RegionCodeText String region,
        @NotNull @Text(max = 2_000) String description,
        @NotNull Category category,
        @NotNull Severity severity,
        @NotNull @Valid SourceItem sourceItem,
        @Text(max = 36) @Nullable String recurrenceOf) {

    /** A description that says nothing is missing; what is missing is found by validation. */
    @SuppressWarnings("DataFlowIssue")
    public NewIssue {
        description = Stripped.orNull(description);
        recurrenceOf = Stripped.orNull(recurrenceOf);
    }

    /** One that comes of no other issue. */
    public NewIssue(
            UUID campaignId,
            String region,
            String description,
            Category category,
            Severity severity,
            SourceItem sourceItem) {
        this(campaignId, region, description, category, severity, sourceItem, null);
    }
}
