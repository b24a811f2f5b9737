package io.zhenggai.issue.ledger;

import io.zhenggai.kit.history.HistoryEntry;
import java.util.List;

/**
 * An issue with what was done to it, without anything that was received.
 *
 * @param history the oldest first
 */
public record IssueLife(LedgerLine line, List<HistoryEntry> history) {

    /** Keeps its own copy of the history. */
    public IssueLife {
        history = List.copyOf(history);
    }
}
