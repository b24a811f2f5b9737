package io.zhenggai.issue.ledger;

import io.zhenggai.kit.id.UuidText;
import io.zhenggai.kit.problem.Refusal;
import java.util.Optional;
import java.util.UUID;

/** By what an issue is found: its id, or its ledger number. */
record IssueReference(Optional<UUID> id, Optional<LedgerNumber> ledgerNumber) {

    /** @return the reference; one that finds nothing when the text is neither */
    static IssueReference of(String text) {
        Optional<LedgerNumber> number = LedgerNumber.parse(text);
        return new IssueReference(number.isPresent() ? Optional.empty() : UuidText.parse(text), number);
    }

    static IssueReference to(UUID id) {
        return new IssueReference(Optional.of(id), Optional.empty());
    }

    /** @return the refusal of a reference that finds nothing that the caller may see, 404 */
    static Refusal unknown() {
        return Refusal.notFound("问题", "issue");
    }

    boolean canFind() {
        return id.isPresent() || ledgerNumber.isPresent();
    }
}
