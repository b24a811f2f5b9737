package io.zhenggai.issue.ledger;

import java.util.List;

/**
 * All that is kept of an issue but its evidence, as the caller may see it.
 *
 * @param sourceItems with texts received and complainants as far as they are shown to the caller, which is on record
 * @param requests the oldest first
 */
public record IssueDossier(IssueLife life, List<SourceItemView> sourceItems, List<IssueRequest> requests) {

    /** Keeps its own copies. */
    public IssueDossier {
        sourceItems = List.copyOf(sourceItems);
        requests = List.copyOf(requests);
    }
}
