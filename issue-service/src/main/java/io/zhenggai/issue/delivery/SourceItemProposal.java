package io.zhenggai.issue.delivery;

import io.zhenggai.issue.ledger.LikelyIssue;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.SourceKey;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was delivered and is proposed as another source item of an issue.
 *
 * @param version counts the changes, from 0
 * @param city of the region
 * @param delivered as it came; once it is settled without text, complainant and whom an answer is owed
 * @param likely the issue, and why
 * @param settlement what was decided; absent while it is pending
 */
record SourceItemProposal(
        UUID id,
        long version,
        SourceItemProposalStatus status,
        String city,
        NewIssue delivered,
        LikelyIssue likely,
        Instant deliveredAt,
        Deliverer deliverer,
        @Nullable Settlement settlement) {

    static final String AGGREGATE_TYPE = "source-item-proposal";

    /**
     * What was decided.
     *
     * @param by who decided, by name
     * @param person the token's subject
     * @param reason of a refusal
     * @param issueId the issue whose source item it is now
     */
    record Settlement(
            Instant at, String by, String person, @Nullable String reason, UUID issueId) {}

    static SourceItemProposal pending(
            UUID id, String city, NewIssue delivered, LikelyIssue likely, Instant deliveredAt, Deliverer deliverer) {
        return new SourceItemProposal(
                id, 0, SourceItemProposalStatus.PENDING, city, delivered, likely, deliveredAt, deliverer, null);
    }

    /** @return the key of the source item, by which a second delivery finds it */
    String sourceKey() {
        return SourceKey.of(delivered).digest();
    }

    Aggregate aggregate() {
        return new Aggregate(AGGREGATE_TYPE, id, city, delivered.region());
    }

    /** @throws Refusal 409 when it is decided already */
    void refuseUnlessPending() {
        if (status != SourceItemProposalStatus.PENDING) {
            boolean accepted = status == SourceItemProposalStatus.ACCEPTED;
            throw new Refusal(
                    ProblemType.CONFLICT,
                    accepted ? "该建议已采纳，请勿重复办理。" : "该建议已不予采纳，并作为问题登记，请勿重复办理。",
                    accepted
                            ? "The proposal is accepted already."
                            : "The proposal is refused already, and the item is registered by itself.");
        }
    }

    /** @return the same once it is decided; the texts go where the item goes */
    SourceItemProposal settled(SourceItemProposalStatus as, Settlement decided) {
        NewIssue without = new NewIssue(
                delivered.campaignId(),
                delivered.region(),
                delivered.description(),
                delivered.category(),
                delivered.severity(),
                delivered.sourceItem().inList());
        return new SourceItemProposal(id, version + 1, as, city, without, likely, deliveredAt, deliverer, decided);
    }
}
