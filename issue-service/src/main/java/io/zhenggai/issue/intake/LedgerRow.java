package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.NewIssue;

/**
 * A row that may be registered.
 *
 * @param number as a spreadsheet counts, from 1
 */
record LedgerRow(int number, NewIssue issue) {}
