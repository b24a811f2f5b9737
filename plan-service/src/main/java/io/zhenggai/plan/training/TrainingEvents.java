package io.zhenggai.plan.training;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;

/** The one event of a session, and what tells it again: the type string; the state is {@link TrainingFields}. */
final class TrainingEvents {

    static final String AGGREGATE_TYPE = "training-session";
    static final String RECORDED = "training-session.recorded.v1";

    /** It is recorded and never changed. */
    private static final long ONLY_VERSION = 1;

    private TrainingEvents() {}

    static NewEvent recorded(TrainingSession session) {
        return new NewEvent(
                AGGREGATE_TYPE,
                session.id(),
                ONLY_VERSION,
                RECORDED,
                session.recordedAt(),
                EventData.of(session.fields()));
    }

    /** Its state told again. */
    static NewEvent snapshot(TrainingSession session) {
        return NewEvent.snapshot(AGGREGATE_TYPE, session.id(), ONLY_VERSION, session.recordedAt(), session.fields());
    }
}
