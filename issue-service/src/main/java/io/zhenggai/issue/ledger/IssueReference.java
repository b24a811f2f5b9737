package io.zhenggai.issue.ledger;

import java.util.Optional;
import java.util.UUID;

/** By what an issue is found: its id, or its ledger number. */
record IssueReference(Optional<UUID> id, Optional<LedgerNumber> ledgerNumber) {

    /** @return the reference; one that finds nothing when the text is neither */
    static IssueReference of(String text) {
        Optional<LedgerNumber> number = LedgerNumber.parse(text);
        return new IssueReference(number.isPresent() ? Optional.empty() : uuid(text), number);
    }

    boolean canFind() {
        return id.isPresent() || ledgerNumber.isPresent();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
