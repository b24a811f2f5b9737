package io.zhenggai.issue.feed;

import java.util.List;

/**
 * What happened next.
 *
 * @param items in the order in which it was committed; none where nothing has happened since
 * @param next the cursor to go on with: always there, since more may happen
 */
record IssueChangePage(List<IssueChange> items, String next) {}
