package io.zhenggai.notification.planning;

import java.util.Optional;

/**
 * An obligation as far as reminders are concerned.
 *
 * @param kind {@link OwedKind#FILING} or {@link OwedKind#ACTION}
 * @param deadline the deadline of its phase
 * @param resubmission until when it is to be submitted again; there when, and only when, it is RETURNED. Its version grows
 *     with every return
 */
public record ObligationState(
        String id,
        OwedKind kind,
        String title,
        Party owedBy,
        ObligationStatus status,
        Deadline deadline,
        Optional<Deadline> resubmission) {

    public ObligationState {
        if (kind != OwedKind.FILING && kind != OwedKind.ACTION) {
            throw new IllegalArgumentException("kind must be FILING or ACTION: " + kind);
        }
        if (resubmission.isPresent() != (status == ObligationStatus.RETURNED)) {
            throw new IllegalArgumentException(
                    "resubmission must be there when, and only when, the status is RETURNED");
        }
    }

    /**
     * What its owner still owes: all of it while OPEN, the corrected filing while RETURNED (then the deadline of the phase
     * is no longer reminded of), otherwise nothing.
     */
    public Optional<Owed> owed() {
        return switch (status) {
            case OPEN -> Optional.of(new Owed(kind, id, title, owedBy, deadline));
            case RETURNED -> resubmission.map(until -> new Owed(OwedKind.RETURNED_FILING, id, title, owedBy, until));
            case SUBMITTED, ACCEPTED, WAIVED -> Optional.empty();
        };
    }
}
