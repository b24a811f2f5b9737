package io.zhenggai.issue.ledger;

import java.time.Instant;

/**
 * An issue as it stands.
 *
 * @param issue as its last event told it
 * @param eventVersion that of its last event
 * @param changedAt when it was changed last, by the business clock
 */
public record IssueStanding(IssueState issue, long eventVersion, Instant changedAt) {}
