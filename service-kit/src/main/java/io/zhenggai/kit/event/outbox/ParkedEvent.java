package io.zhenggai.kit.event.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that could not be sent.
 *
 * @param occurredAt by the business clock
 * @param bytes of its body
 * @param parkedAt by the database's clock
 * @param waiting how many later events of the aggregate wait behind it
 */
public record ParkedEvent(
        long id,
        String aggregateType,
        UUID aggregateId,
        long aggregateVersion,
        String type,
        Instant occurredAt,
        long bytes,
        Instant parkedAt,
        String reason,
        long waiting) {}
