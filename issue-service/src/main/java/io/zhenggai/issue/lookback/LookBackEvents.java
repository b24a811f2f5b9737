package io.zhenggai.issue.lookback;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of a look-back: what others may know of it. No note, no person. */
final class LookBackEvents {

    static final String AGGREGATE_TYPE = "look-back";
    static final String DRAWN = "look-back.drawn.v1";
    static final String RESULT_TOLD = "look-back.result-told.v1";

    private LookBackEvents() {}

    static NewEvent drawn(LookBack lookBack, List<CityCounts> cities) {
        return event(lookBack, DRAWN, lookBack.drawnAt(), cities, Map.of());
    }

    /** @param result with the finding */
    static NewEvent resultTold(LookBack lookBack, DrawnIssue result, List<CityCounts> cities, Instant now) {
        Map<String, Object> change = new HashMap<>(Map.of(
                "issueId", result.issueId(),
                "ledgerNumber", result.ledgerNumber(),
                "city", result.city(),
                "region", result.region(),
                "finding", String.valueOf(result.finding())));
        if (result.recurrence() != null) {
            change.put("recurrence", result.recurrence());
        }
        return event(lookBack, RESULT_TOLD, now, cities, change);
    }

    /** Its state told again. */
    static NewEvent snapshot(LookBack lookBack, List<CityCounts> cities, Instant changedAt) {
        return NewEvent.snapshot(
                AGGREGATE_TYPE, lookBack.id(), lookBack.eventVersion(), changedAt, LookBackState.of(lookBack, cities));
    }

    private static NewEvent event(
            LookBack lookBack, String type, Instant now, List<CityCounts> cities, Map<String, Object> change) {
        return new NewEvent(
                AGGREGATE_TYPE,
                lookBack.id(),
                lookBack.eventVersion(),
                type,
                now,
                new EventData<>(LookBackState.of(lookBack, cities), change));
    }
}
