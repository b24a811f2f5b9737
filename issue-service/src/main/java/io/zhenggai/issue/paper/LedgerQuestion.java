package io.zhenggai.issue.paper;

import io.zhenggai.issue.finding.IssueFilter;

/**
 * Which sheet is asked for.
 *
 * @param list which columns
 * @param format as what
 * @param filter which issues
 */
record LedgerQuestion(SheetList list, PaperFormat format, IssueFilter filter) {}
