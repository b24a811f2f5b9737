package io.zhenggai.issue.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An issue that was found for a caller.
 *
 * @param merged the issues that are merged into it, whose source items and evidence it keeps
 */
public record LocatedIssue(UUID id, List<UUID> merged) {

    /** Keeps its own copy. */
    public LocatedIssue {
        merged = List.copyOf(merged);
    }

    /** @return its own id and those of the issues merged into it */
    public List<UUID> ids() {
        List<UUID> ids = new ArrayList<>(merged);
        ids.add(id);
        return ids;
    }
}
