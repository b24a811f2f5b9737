package io.zhenggai.issue.delivery;

import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.issue.ledger.SourceItem;
import io.zhenggai.issue.ledger.Stripped;
import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the issues that are delivered, as a {@link NewIssue} of the delivery's campaign.
 *
 * @param region six-digit code of the city, county or zone concerned
 * @param description what is wrong, at most 2,000 characters
 * @param recurrenceOf id or ledger number of a closed issue of the same city that has come back 问题反弹; absent where it is new
 */
record DeliveredIssue(
        @NotNull @RegionCodeText String region,
        @NotNull @Text(max = 2_000) String description,
        @NotNull Category category,
        @NotNull Severity severity,
        @NotNull @Valid SourceItem sourceItem,
        @Text(max = 36) @Nullable String recurrenceOf) {

    /** A description that says nothing is missing. */
    @SuppressWarnings("DataFlowIssue")
    DeliveredIssue {
        description = Stripped.orNull(description);
        recurrenceOf = Stripped.orNull(recurrenceOf);
    }

    NewIssue in(UUID campaignId) {
        return new NewIssue(campaignId, region, description, category, severity, sourceItem, recurrenceOf);
    }
}
