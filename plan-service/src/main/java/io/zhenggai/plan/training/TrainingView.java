package io.zhenggai.plan.training;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A session as it is shown.
 *
 * @param recordedAt when it was recorded, by which punctuality is judged
 * @param recordedBy the name of who recorded it
 */
record TrainingView(@JsonUnwrapped TrainingFields fields, Instant recordedAt, String recordedBy) {

    static TrainingView of(TrainingSession session) {
        return new TrainingView(session.fields(), session.recordedAt(), session.recordedBy());
    }
}
