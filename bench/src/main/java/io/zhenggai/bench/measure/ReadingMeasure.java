package io.zhenggai.bench.measure;

import static io.zhenggai.bench.figure.Unit.EVENTS_PER_SECOND;
import static io.zhenggai.bench.figure.Unit.RATIO;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.figure.Quantity;
import io.zhenggai.bench.stage.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The way in: report-service applies events to its projection of the issues. All of a round become visible at one moment, by the
 * commit of one Kafka transaction. Each round brings the next version of the same issues.
 */
public final class ReadingMeasure implements Measure {

    private static final String APPLIED = "select sum(next) from consumer_offset where topic = 'zhenggai.issue'";

    private final Records records = new Records();
    private final List<UUID> issues;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Upserting upserting;
    private final Connection looking;

    /** Of that many issues. */
    public ReadingMeasure(Stage stage, int issues) throws SQLException {
        this.issues = Records.newAggregates(issues);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stage.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "bench-reading"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        this.upserting = new Upserting(stage, records.sample().state());
        this.looking = stage.connect(Stage.REPORTS);
    }

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public String words() {
        return "Consumer and projection of report-service: %,d events a round, one of each issue"
                .formatted(issues.size());
    }

    /**
     * Report-service has just started: after 300,000 events its compilers still took as much of the processor as the events did.
     */
    @Override
    public int warmingUp() {
        return 30;
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.told("upserting", "limit: upserting the same rows, 1,000 at a time", EVENTS_PER_SECOND),
                Quantity.told("applying", "applied", EVENTS_PER_SECOND),
                Quantity.atLeast(0.5, "ratio", "ratio", RATIO));
    }

    @Override
    public List<Double> round(int number) throws Exception {
        long version = number + 1L;
        double upserted = upserting.perSecond(issues, version);
        long end = send(version);
        Stopwatch watch = new Stopwatch();
        producer.commitTransaction();
        Stopwatch.await("the effect of what was sent", 2, () -> Query.number(looking, APPLIED) >= end);
        double applied = watch.perSecond(issues.size());
        requireEffects(version);
        return List.of(upserted, applied, applied / upserted);
    }

    /** @return where the offsets stand, added up, once all of it is applied */
    private long send(long version) throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = records.of("issue", issues, version).stream()
                .map((ProducerRecord<byte[], byte[]> one) -> producer.send(one))
                .toList();
        producer.flush();
        Map<Integer, Long> ends = new HashMap<>();
        for (Future<RecordMetadata> one : sent) {
            ends.merge(one.get().partition(), one.get().offset() + 1, Math::max);
        }
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    private void requireEffects(long version) throws SQLException {
        long applied = Query.number(looking, "select count(*) from issue where event_version = " + version);
        if (applied != issues.size()) {
            throw new IllegalStateException(applied + " of " + issues.size() + " events had their effect");
        }
    }

    @Override
    public void close() throws SQLException {
        producer.close();
        upserting.close();
        looking.close();
    }
}
