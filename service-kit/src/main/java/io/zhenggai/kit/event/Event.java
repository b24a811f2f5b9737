package io.zhenggai.kit.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it arrived (CloudEvents 1.0, binary mode).
 *
 * @param id the event's own id
 * @param type such as {@code issue.closed.v1}
 * @param aggregateType such as {@code issue}
 * @param aggregateId the aggregate it happened to
 * @param aggregateVersion the aggregate's event version, from 1
 * @param occurredAt when it happened, by the sender's business clock; of a snapshot when the aggregate was changed last, as
 *     far as its owner knows
 * @param traceparent W3C trace context of the command behind it
 * @param body the JSON body
 */
public record Event(
        UUID id,
        String type,
        String aggregateType,
        UUID aggregateId,
        long aggregateVersion,
        Instant occurredAt,
        Optional<String> traceparent,
        EventBody body) {

    /** @return whether nothing happened and the state is merely told again; it has the version of the last event then */
    public boolean isSnapshot() {
        return SnapshotType.is(type);
    }

    /**
     * @param type what the state is read into; fields and enum values it does not know are passed over
     * @return the aggregate's whole public state after this event
     * @throws UnreadableEventException when the body is not of that form
     */
    public <S> S state(Class<S> type) {
        return body.state(type);
    }

    /**
     * @param type as of {@link #state}
     * @return what a projection keeps of this event
     * @throws UnreadableEventException when the body is not of that form
     */
    public <S> Told<S> told(Class<S> type) {
        return new Told<>(aggregateId, aggregateVersion, state(type));
    }
}
