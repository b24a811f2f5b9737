package io.zhenggai.issue.delivery;

import io.zhenggai.issue.ledger.DeliveredIssueService.Known;
import io.zhenggai.kit.problem.Refusal;
import java.util.Optional;
import java.util.UUID;

/**
 * One item of a delivery as it was dealt with.
 *
 * @param issue of what is registered, as far as who delivers may see it
 * @param proposalId of what is proposed
 * @param refusal of what is refused
 */
record Delivered(DeliveryOutcome outcome, Optional<Known> issue, Optional<UUID> proposalId, Optional<Refusal> refusal) {

    static Delivered registered(Known issue) {
        return new Delivered(DeliveryOutcome.REGISTERED, Optional.of(issue), Optional.empty(), Optional.empty());
    }

    static Delivered alreadyRegistered(Optional<Known> issue) {
        return new Delivered(DeliveryOutcome.ALREADY_REGISTERED, issue, Optional.empty(), Optional.empty());
    }

    static Delivered proposed(UUID proposalId) {
        return new Delivered(DeliveryOutcome.PROPOSED, Optional.empty(), Optional.of(proposalId), Optional.empty());
    }

    static Delivered refused(Refusal refusal) {
        return new Delivered(DeliveryOutcome.REFUSED, Optional.empty(), Optional.empty(), Optional.of(refusal));
    }

    /** @return what the same item is when it comes a second time in the same delivery */
    Delivered again() {
        return outcome == DeliveryOutcome.REGISTERED ? alreadyRegistered(issue) : this;
    }
}
