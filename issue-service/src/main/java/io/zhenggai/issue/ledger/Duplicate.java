package io.zhenggai.issue.ledger;

import java.util.List;

/**
 * An issue that may be the same.
 *
 * @param issue as it stands in a list
 * @param score how likely it is, from 0 to 1000: the share of trigrams that the descriptions have in common, 100 more of the same document;
 *     1000 of the same source item
 * @param reasons why, at least one
 */
record Duplicate(IssueView issue, int score, List<DuplicateReason> reasons) {}
