package io.zhenggai.issue.ledger;

import org.jspecify.annotations.Nullable;

/** A source of an issue with its document, without anything that was received. */
public record FoundIn(IssueSource source, @Nullable String documentNumber) {}
