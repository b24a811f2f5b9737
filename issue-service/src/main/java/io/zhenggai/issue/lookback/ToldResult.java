package io.zhenggai.issue.lookback;

/**
 * A result that was told.
 *
 * @param lookBack as it is now
 * @param result of the issue
 */
record ToldResult(LookBackView lookBack, DrawnIssue result) {}
