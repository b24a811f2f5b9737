package io.zhenggai.issue.supervision;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.time.Instant;

/** The events of a supervision: what others may know of it. */
final class SupervisionEvents {

    static final String AGGREGATE_TYPE = "supervision";

    private SupervisionEvents() {}

    static NewEvent of(Supervision supervision, SupervisionAction action, Instant now) {
        return new NewEvent(
                AGGREGATE_TYPE,
                supervision.id(),
                supervision.eventVersion(),
                action.eventType(),
                now,
                EventData.of(SupervisionState.of(supervision.fields())));
    }

    /** Its state told again. */
    static NewEvent snapshot(Supervision supervision, Instant changedAt) {
        return NewEvent.snapshot(
                AGGREGATE_TYPE,
                supervision.id(),
                supervision.eventVersion(),
                changedAt,
                SupervisionState.of(supervision.fields()));
    }
}
