package io.zhenggai.issue.ledger;

/**
 * An issue of an existing ledger.
 *
 * @param issue as it would be registered
 * @param takeOver how it stood
 */
public record ExistingIssue(NewIssue issue, TakeOver takeOver) {}
