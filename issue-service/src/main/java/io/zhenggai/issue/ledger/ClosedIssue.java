package io.zhenggai.issue.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * An issue whose close-out stands.
 *
 * @param city the city that its region lies in or is
 * @param closedAt of the close-out that stands; another one has another moment
 */
public record ClosedIssue(UUID id, String ledgerNumber, String city, String region, Instant closedAt) {}
