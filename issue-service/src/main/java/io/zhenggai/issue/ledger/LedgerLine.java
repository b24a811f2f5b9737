package io.zhenggai.issue.ledger;

import java.util.List;

/**
 * An issue as a line of the ledger on paper.
 *
 * @param sources where it was found, in the order in which they were added; at least the one that it was registered with
 */
public record LedgerLine(IssueFields issue, List<FoundIn> sources) {

    /** Keeps its own copy of the sources. */
    public LedgerLine {
        sources = List.copyOf(sources);
    }
}
