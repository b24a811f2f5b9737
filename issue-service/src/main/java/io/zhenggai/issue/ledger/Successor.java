package io.zhenggai.issue.ledger;

/**
 * The issue that goes on in the place of one that is merged into it, as far as everybody is told who may see that one: they may look for it
 * by its number, and need not be among those who may see it.
 */
public record Successor(String ledgerNumber, IssueStatus status) {}
