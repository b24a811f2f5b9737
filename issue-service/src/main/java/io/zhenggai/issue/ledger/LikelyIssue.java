package io.zhenggai.issue.ledger;

import java.util.List;
import java.util.UUID;

/**
 * An open issue that something which was delivered is likely the same as.
 *
 * @param score as of a {@link Duplicate}, from 0 to 1000
 * @param reasons why, at least one
 */
public record LikelyIssue(UUID id, int score, List<DuplicateReason> reasons) {

    /** Keeps its own copy. */
    public LikelyIssue {
        reasons = List.copyOf(reasons);
    }
}
