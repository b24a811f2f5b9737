package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Registration;
import java.util.List;
import java.util.UUID;

/**
 * A file that was read without a fault.
 *
 * @param rules that its rows keep
 * @param rows at most 20,000
 */
record LedgerFile(UUID campaignId, Registration rules, List<LedgerRow> rows) {}
