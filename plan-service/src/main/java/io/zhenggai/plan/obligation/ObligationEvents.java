package io.zhenggai.plan.obligation;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** The events of an obligation: the type strings; the state is {@link ObligationFields}. */
final class ObligationEvents {

    static final String AGGREGATE_TYPE = "obligation";
    static final String OPENED = "obligation.opened.v1";
    static final String SUBMITTED = "obligation.submitted.v1";
    static final String RETURNED = "obligation.returned.v1";
    static final String ACCEPTED = "obligation.accepted.v1";

    private ObligationEvents() {}

    /** The event of the status that the obligation has just come to; takes its next version. */
    static NewEvent of(Obligation obligation, Instant now) {
        ObligationFields state = obligation.fields();
        return new NewEvent(
                AGGREGATE_TYPE,
                state.id(),
                obligation.nextEventVersion(),
                type(state.status()),
                now,
                EventData.of(state));
    }

    /** Its state told again. Of a filing that was corrected the moment is not kept: the last known one is when it was returned. */
    static NewEvent snapshot(Obligation obligation) {
        ObligationFields state = obligation.fields();
        Instant lastKnown = Stream.of(
                        state.openedAt(), state.firstSubmittedAt(), state.returnedAt(), state.acceptedAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return NewEvent.snapshot(AGGREGATE_TYPE, state.id(), obligation.eventVersion(), lastKnown, state);
    }

    private static String type(ObligationStatus status) {
        return switch (status) {
            case OPEN -> OPENED;
            case SUBMITTED -> SUBMITTED;
            case RETURNED -> RETURNED;
            case ACCEPTED -> ACCEPTED;
            case WAIVED -> throw new IllegalArgumentException("nothing is waived yet");
        };
    }
}
