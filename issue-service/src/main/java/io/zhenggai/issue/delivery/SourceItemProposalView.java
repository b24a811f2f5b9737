package io.zhenggai.issue.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.issue.delivery.SourceItemProposal.Settlement;
import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.DuplicateReason;
import io.zhenggai.issue.ledger.MatchedIssue;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.issue.ledger.SourceItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is shown.
 *
 * @param version counts the changes, from 0; what {@code If-Match} is compared with
 * @param sourceItem as delivered; in lists, and once it is decided, without text, complainant and whom an answer is owed; to the province
 *     with who complained masked
 * @param issue that it is likely the same matter as, as it stands now
 * @param score how likely it is, from 0 to 1000, as of a likely duplicate
 * @param deliveredBy the machine client
 * @param settledBy who decided, by name
 * @param reason of a refusal
 * @param settledIn id of the issue whose source item it is now: that issue or the one that goes on in its place, or an issue of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceItemProposalView(
        UUID id,
        long version,
        SourceItemProposalStatus status,
        UUID campaignId,
        String city,
        String region,
        String description,
        Category category,
        Severity severity,
        SourceItem sourceItem,
        MatchedIssue issue,
        int score,
        List<DuplicateReason> reasons,
        Instant deliveredAt,
        String deliveredBy,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String reason,
        @Nullable UUID settledIn) {

    static SourceItemProposalView of(SourceItemProposal proposal, SourceItem shown, MatchedIssue issue) {
        Settlement settlement = proposal.settlement();
        return new SourceItemProposalView(
                proposal.id(),
                proposal.version(),
                proposal.status(),
                proposal.delivered().campaignId(),
                proposal.city(),
                proposal.delivered().region(),
                proposal.delivered().description(),
                proposal.delivered().category(),
                proposal.delivered().severity(),
                shown,
                issue,
                proposal.likely().score(),
                proposal.likely().reasons(),
                proposal.deliveredAt(),
                proposal.deliverer().unit(),
                settlement == null ? null : settlement.at(),
                settlement == null ? null : settlement.by(),
                settlement == null ? null : settlement.reason(),
                settlement == null ? null : settlement.issueId());
    }
}
