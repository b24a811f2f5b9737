package io.zhenggai.kit.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that has just happened to an aggregate, not sent yet.
 *
 * @param aggregateType the aggregate's kind in kebab case, such as {@code issue}; names the topic
 * @param aggregateId which one
 * @param aggregateVersion its next event version: 1, 2, 3 … without gaps
 * @param type what happened, with its major version, such as {@code issue.closed.v1}
 * @param occurredAt when, by the business clock
 * @param data what is written as JSON: the whole public state and the change (decision 5); no personal data
 */
public record NewEvent(
        String aggregateType,
        UUID aggregateId,
        long aggregateVersion,
        String type,
        Instant occurredAt,
        EventData<?> data) {

    /**
     * @param aggregateVersion that of its last event
     * @param changedAt when it was changed last, by the business clock, as far as it is known
     * @param state as its last event told it
     * @return the aggregate's state told again
     */
    public static NewEvent snapshot(
            String aggregateType, UUID aggregateId, long aggregateVersion, Instant changedAt, Object state) {
        return new NewEvent(
                aggregateType,
                aggregateId,
                aggregateVersion,
                SnapshotType.of(aggregateType),
                changedAt,
                EventData.of(state));
    }
}
