package io.zhenggai.issue.ledger;

/**
 * One of several new issues whose source item is in the ledger already.
 *
 * @param index the issue's place among the new ones, from 0
 * @param ledgerNumber the issue that has the source item
 * @param sameDescription whether it was registered in the very same words
 */
public record AlreadyRegistered(int index, String ledgerNumber, boolean sameDescription) {}
