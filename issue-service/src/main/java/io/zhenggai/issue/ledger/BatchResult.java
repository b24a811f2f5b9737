package io.zhenggai.issue.ledger;

import io.zhenggai.kit.problem.ItemProblem;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of several things that were to be done at once.
 *
 * @param done how many were done
 * @param refused how many were not
 * @param items one result for each of them, in their order
 */
record BatchResult(int done, int refused, List<ItemResult> items) {

    static BatchResult of(List<IssueBatchService.Outcome> outcomes, Locale locale) {
        List<ItemResult> items = IntStream.range(0, outcomes.size())
                .mapToObj(i -> item(outcomes.get(i), i, locale))
                .toList();
        int done = (int) items.stream().filter(item -> item.issue() != null).count();
        return new BatchResult(done, items.size() - done, items);
    }

    private static ItemResult item(IssueBatchService.Outcome outcome, int index, Locale locale) {
        return new ItemResult(
                outcome.reference().orElse(null),
                outcome.issue().orElse(null),
                outcome.refusal()
                        .map(refusal -> ItemProblem.of(refusal, index, locale))
                        .orElse(null));
    }

    /**
     * One result.
     *
     * @param reference as it was given; absent where the item itself is not valid
     * @param issue as it is now, as in a list; absent where it was refused
     * @param problem why it was refused; absent where it was done
     */
    record ItemResult(
            @Nullable String reference,
            @Nullable IssueView issue,
            @Nullable ItemProblem problem) {}
}
