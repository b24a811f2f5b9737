package io.zhenggai.plan.ledger;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** By what an issue is named: its id or its ledger number, exactly one of them. */
public record IssueReference(Optional<UUID> id, Optional<String> ledgerNumber) {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** @return the reference; whatever is no id is taken for a ledger number, which may be nobody's */
    public static IssueReference of(String text) {
        String stripped = text.strip();
        return UUID_FORM.matcher(stripped).matches() ? to(UUID.fromString(stripped)) : to(stripped);
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
