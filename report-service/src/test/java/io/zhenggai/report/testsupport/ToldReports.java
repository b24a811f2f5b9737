package io.zhenggai.report.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Listens to what the service under test tells of reports, from the beginning, as another service does. */
public final class ToldReports implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Told> told = new ArrayList<>();

    /** Needs the topic to be there. */
    public ToldReports() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Infrastructure.current().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, 6)
                .mapToObj(partition -> new TopicPartition(Topics.of("report"), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What was told of that report so far, in order. */
    public List<Told> of(String reportId) {
        consumer.poll(Duration.ofMillis(200)).forEach(letter -> told.add(told(letter)));
        return told.stream()
                .filter(event -> event.subject().toString().equals(reportId))
                .toList();
    }

    private static Told told(ConsumerRecord<byte[], byte[]> letter) {
        try {
            return new Told(
                    CloudEventHeaders.subject(letter.headers()).orElseThrow(),
                    CloudEventHeaders.type(letter.headers()).orElseThrow(),
                    Long.parseLong(header(letter, "ce_aggregateversion")),
                    Instant.parse(header(letter, "ce_time")),
                    JSON.readTree(letter.value()));
        } catch (IOException e) {
            throw new IllegalStateException("not JSON", e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** One event. */
    public record Told(UUID subject, String type, long version, Instant at, JsonNode body) {}
}
