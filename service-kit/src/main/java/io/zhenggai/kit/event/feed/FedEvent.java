package io.zhenggai.kit.event.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * An event at its place in the feed.
 *
 * @param position from 1; those behind it are greater, though numbers may be missing
 * @param aggregateVersion the version of the aggregate that it made
 * @param occurredAt by the business clock
 * @param data the event's body as JSON
 */
public record FedEvent(
        long position,
        UUID aggregateId,
        long aggregateVersion,
        UUID eventId,
        String type,
        Instant occurredAt,
        String data) {}
