package io.zhenggai.bench.measure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The limit of the broker: the same bytes by a plain producer with the client's defaults (acks=all, idempotent), as
 * kafka-producer-perf-test sends them, without a transaction.
 */
final class RawProducing implements AutoCloseable {

    private static final String TOPIC = "limit";

    private final Records records;
    private final KafkaProducer<byte[], byte[]> producer;

    RawProducing(String bootstrapServers, Records records) throws InterruptedException {
        this.records = records;
        Records.createTopic(bootstrapServers, TOPIC);
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** @return events in a second, until the last one is acknowledged */
    double perSecond(int events) throws ExecutionException, InterruptedException {
        List<ProducerRecord<byte[], byte[]>> made = records.of(TOPIC, Records.newAggregates(events), 1);
        Stopwatch watch = new Stopwatch();
        List<Future<RecordMetadata>> sent = made.stream().map(producer::send).toList();
        producer.flush();
        double rate = watch.perSecond(events);
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
        return rate;
    }

    @Override
    public void close() {
        producer.close();
    }
}
