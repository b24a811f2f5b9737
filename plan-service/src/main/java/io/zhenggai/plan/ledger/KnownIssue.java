package io.zhenggai.plan.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An issue as far as plans are concerned.
 *
 * @param eventVersion the version of the event that this is known from
 * @param status as the ledger calls it; empty when the ledger has a word that this service does not know
 * @param assignedOn empty until it is assigned
 */
public record KnownIssue(
        UUID id, long eventVersion, String ledgerNumber, Optional<String> status, Optional<LocalDate> assignedOn) {

    private static final Set<String> OPEN =
            Set.of("ASSIGNED", "ACKNOWLEDGED", "IN_RECTIFICATION", "CLOSE_OUT_REQUESTED", "FIRST_REVIEWED");

    /** @return whether it is assigned and to be closed, so that a plan has to say something about it; what is long-term has goals of its own */
    public boolean isOpen() {
        return status.filter(OPEN::contains).isPresent() && assignedOn.isPresent();
    }
}
