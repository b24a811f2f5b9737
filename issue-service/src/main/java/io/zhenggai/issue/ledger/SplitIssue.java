package io.zhenggai.issue.ledger;

import java.util.List;

/**
 * What became of an issue that was split.
 *
 * @param issue as it is now
 * @param created one issue for each further region, in the order of their codes
 */
record SplitIssue(IssueView issue, List<IssueView> created) {}
