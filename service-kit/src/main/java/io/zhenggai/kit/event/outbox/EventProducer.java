package io.zhenggai.kit.event.outbox;

import io.opentelemetry.api.trace.Span;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.trace.TraceParent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends a list of events in one Kafka transaction: consumers see all of it or nothing. */
final class EventProducer implements AutoCloseable {

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String source;
    private final EventSpans spans;

    /**
     * Fences every producer of the same {@code transactionalId} that is still somewhere (decision 2).
     *
     * @throws KafkaException when the brokers do not answer
     */
    EventProducer(String bootstrapServers, String transactionalId, String source, EventSpans spans) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        // A transaction is flushed as soon as it is whole; until then its records wait for each other and go out in
        // few large requests.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 262_144);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.source = source;
        this.spans = spans;
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    /**
     * @throws RecordRefusedException when one of the records can never be sent; nothing was
     * @throws KafkaException when the brokers are out of reach or this producer was fenced; it is of no use any more
     */
    void send(List<OutboxRow> rows) throws RecordRefusedException {
        if (rows.isEmpty()) {
            return;
        }
        List<Span> begun = rows.stream().map(this::begin).toList();
        try {
            send(rows, begun);
        } catch (KafkaException | RecordRefusedException e) {
            begun.forEach(span -> EventSpans.failed(span, e));
            throw e;
        } finally {
            begun.forEach(Span::end);
        }
    }

    private Span begin(OutboxRow row) {
        return spans.send(row.aggregateType(), row.aggregateId(), row.eventId(), row.type(), row.traceparent());
    }

    private void send(List<OutboxRow> rows, List<Span> begun) throws RecordRefusedException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        try {
            for (int i = 0; i < rows.size(); i++) {
                OutboxRow row = rows.get(i);
                Optional<String> context = TraceParent.of(begun.get(i).getSpanContext());
                sent.add(producer.send(row.toRecord(source, context.or(row::traceparent))));
            }
            producer.flush();
            producer.commitTransaction();
        } catch (KafkaException e) {
            // One refused record brings the whole transaction into an error state; its own future has the reason.
            Throwable reason = refusal(e, sent);
            if (reason == null) {
                throw e;
            }
            producer.abortTransaction();
            throw new RecordRefusedException(reason);
        }
    }

    private static @Nullable Throwable refusal(KafkaException failure, List<Future<RecordMetadata>> sent) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isPermanent(cause)) {
                return cause;
            }
        }
        return sent.stream()
                .filter(Future::isDone)
                .map(EventProducer::failure)
                .filter(reason -> reason != null && isPermanent(reason))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Throwable failure(Future<RecordMetadata> done) {
        try {
            done.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static boolean isPermanent(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof RecordBatchTooLargeException
                || cause instanceof InvalidRecordException;
    }

    @Override
    public void close() {
        producer.close(PATIENCE_AT_CLOSE);
    }
}
