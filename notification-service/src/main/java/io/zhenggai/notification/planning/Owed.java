package io.zhenggai.notification.planning;

import java.util.Comparator;

/**
 * One thing that is still owed.
 *
 * @param id identifies the thing among those of its kind, for ever
 * @param label what a message calls it: a ledger number, or the title of an obligation; never the text of an issue
 */
public record Owed(OwedKind kind, String id, String label, Party owedBy, Deadline deadline) {

    /** The most urgent first; the rest only makes the order certain. */
    static final Comparator<Owed> BY_URGENCY = Comparator.comparing(
                    (Owed owed) -> owed.deadline().dueOn())
            .thenComparing(Owed::label)
            .thenComparing(Owed::kind)
            .thenComparing(Owed::id);

    public Owed {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("label must not be blank");
        }
    }
}
