package io.zhenggai.plan.ledger;

import io.zhenggai.kit.id.UuidText;
import java.util.Optional;
import java.util.UUID;

/** By what an issue is named: its id or its ledger number, exactly one of them. */
public record IssueReference(Optional<UUID> id, Optional<String> ledgerNumber) {

    /** @return the reference; whatever is no id is taken for a ledger number, which may be nobody's */
    public static IssueReference of(String text) {
        String stripped = text.strip();
        return UuidText.parse(stripped).map(IssueReference::to).orElseGet(() -> to(stripped));
    }

    /** @return the reference by id */
    public static IssueReference to(UUID id) {
        return new IssueReference(Optional.of(id), Optional.empty());
    }

    /** @return the reference by ledger number */
    public static IssueReference to(String ledgerNumber) {
        return new IssueReference(Optional.empty(), Optional.of(ledgerNumber));
    }
}
