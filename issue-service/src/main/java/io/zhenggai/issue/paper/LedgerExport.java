package io.zhenggai.issue.paper;

import io.zhenggai.issue.finding.IssueFilter;

/**
 * What is on record of an export; nothing of what is in it.
 *
 * @param rows how many issues left with it
 */
record LedgerExport(SheetList list, PaperFormat format, IssueFilter filter, int rows) {

    static LedgerExport of(LedgerQuestion question, int rows) {
        return new LedgerExport(question.list(), question.format(), question.filter(), rows);
    }
}
