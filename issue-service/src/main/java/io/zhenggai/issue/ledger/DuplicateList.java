package io.zhenggai.issue.ledger;

import java.util.List;

/**
 * Issues that may be the same.
 *
 * @param items the likeliest first, at most 10; none where nothing is like it
 */
record DuplicateList(List<Duplicate> items) {}
