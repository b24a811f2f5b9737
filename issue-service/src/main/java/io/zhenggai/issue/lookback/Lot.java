package io.zhenggai.issue.lookback;

import io.zhenggai.issue.ledger.ClosedIssue;

/**
 * One of the issues that were drawn from.
 *
 * @param digest by which it stands in the order
 */
record Lot(ClosedIssue issue, String digest, boolean drawn) {}
