package io.zhenggai.plan.training;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;

/** The one event of a session: the type string; the state is {@link TrainingFields}. */
final class TrainingEvents {

    static final String AGGREGATE_TYPE = "training-session";
    static final String RECORDED = "training-session.recorded.v1";

    private TrainingEvents() {}

    static NewEvent recorded(TrainingSession session) {
        return new NewEvent(
                AGGREGATE_TYPE, session.id(), 1, RECORDED, session.recordedAt(), EventData.of(session.fields()));
    }
}
