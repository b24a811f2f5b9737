package io.zhenggai.issue.ledger;

import java.util.UUID;

/** An issue as others name it: its id, and its ledger number for people. */
public record IssueNumber(UUID id, String ledgerNumber) {}
