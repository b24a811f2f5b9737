package io.zhenggai.issue.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What answers an issue's source items are owed.
 *
 * @param count how many
 * @param dueOn when the first of them is due; empty where no day was set
 */
record AnswersOwed(int count, Optional<LocalDate> dueOn) {

    /** What is owed of nothing. */
    static final AnswersOwed NONE = new AnswersOwed(0, Optional.empty());

    static AnswersOwed of(Collection<KeptSourceItem> items) {
        List<KeptSourceItem> owed = items.stream()
                .filter(item -> item.answerState() == AnswerState.OWED)
                .toList();
        return new AnswersOwed(
                owed.size(),
                owed.stream()
                        .flatMap(item -> Stream.ofNullable(item.item().answerDueOn()))
                        .min(Comparator.naturalOrder()));
    }
}
