package io.zhenggai.issue.ledger;

import java.util.UUID;

/** Which issue, and how often it was changed: what {@code If-Match} is compared with. */
public record IssueVersion(UUID id, long version) {}
