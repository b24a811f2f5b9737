package io.zhenggai.kit.event.outbox;

import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One event that waits to be sent.
 *
 * @param discarded whether it never is, and only has its place in the feed
 */
record OutboxRow(
        long id,
        String aggregateType,
        UUID aggregateId,
        long aggregateVersion,
        UUID eventId,
        String type,
        Instant occurredAt,
        Optional<String> traceparent,
        byte[] data,
        boolean discarded) {

    /**
     * The key is the aggregate's id, so that all events of one aggregate share a partition and keep their order.
     *
     * @param context the W3C trace context to go on from
     */
    ProducerRecord<byte[], byte[]> toRecord(String source, Optional<String> context) {
        return new ProducerRecord<>(
                Topics.of(aggregateType),
                null,
                null,
                aggregateId.toString().getBytes(StandardCharsets.US_ASCII),
                data,
                CloudEventHeaders.write(source, eventId, type, aggregateId, occurredAt, aggregateVersion, context));
    }
}
