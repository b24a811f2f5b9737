package io.zhenggai.issue.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.issue.ledger.DeliveredIssueService.Known;
import io.zhenggai.kit.problem.ItemProblem;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param registered how many are new issues
 * @param alreadyRegistered how many were there already
 * @param proposed how many wait for somebody to decide whether they are the same matter as an open issue
 * @param refused how many break a rule
 * @param items one result for each of them, in their order
 */
record DeliveryResult(int registered, int alreadyRegistered, int proposed, int refused, List<DeliveredItem> items) {

    static DeliveryResult of(List<Delivered> delivered, Locale locale) {
        return new DeliveryResult(
                count(delivered, DeliveryOutcome.REGISTERED),
                count(delivered, DeliveryOutcome.ALREADY_REGISTERED),
                count(delivered, DeliveryOutcome.PROPOSED),
                count(delivered, DeliveryOutcome.REFUSED),
                IntStream.range(0, delivered.size())
                        .mapToObj(i -> item(delivered.get(i), i, locale))
                        .toList());
    }

    private static int count(List<Delivered> delivered, DeliveryOutcome outcome) {
        return (int) delivered.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static DeliveredItem item(Delivered one, int index, Locale locale) {
        return new DeliveredItem(
                one.outcome(),
                one.issue().map(Known::id).orElse(null),
                one.issue().map(Known::ledgerNumber).orElse(null),
                one.proposalId().orElse(null),
                one.refusal()
                        .map(refusal -> ItemProblem.of(refusal, index, locale))
                        .orElse(null));
    }

    /**
     * One result.
     *
     * @param issueId of what is registered, now or before; absent where the issue is none that who delivers may see
     * @param ledgerNumber the same by its number
     * @param proposalId of what is proposed
     * @param problem why it was refused, with violations such as {@code items[3].sourceItem.dated}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveredItem(
            DeliveryOutcome outcome,
            @Nullable UUID issueId,
            @Nullable String ledgerNumber,
            @Nullable UUID proposalId,
            @Nullable ItemProblem problem) {}
}
