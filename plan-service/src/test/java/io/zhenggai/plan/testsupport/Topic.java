package io.zhenggai.plan.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** Reads a topic of this service from its beginning, as another service would. */
public final class Topic {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String name;

    private Topic(String name) {
        this.name = name;
    }

    public static Topic of(String aggregateType) {
        return new Topic(Topics.of(aggregateType));
    }

    /**
     * Waits until there are that many such events.
     *
     * @return them in the order of each aggregate
     * @throws org.awaitility.core.ConditionTimeoutException when there are fewer, or more, after ten seconds
     */
    public List<Letter> await(int count, Predicate<Letter> wanted) {
        List<Letter> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Infrastructure.current().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            collect(consumer, found, count, wanted);
        }
        return found;
    }

    private static void collect(
            KafkaConsumer<byte[], byte[]> consumer, List<Letter> found, int count, Predicate<Letter> wanted) {
        // The consumer belongs to one thread, so the polling is done in this one.
        Awaitility.await().pollInSameThread().until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(letter -> {
                Letter read = Letter.of(letter);
                if (wanted.test(read)) {
                    found.add(read);
                }
            });
            return found.size() == count;
        });
    }

    /** One event. */
    public record Letter(String type, String subject, long version, Instant at, JsonNode body) {

        static Letter of(ConsumerRecord<byte[], byte[]> letter) {
            try {
                return new Letter(
                        header(letter, "ce_type"),
                        header(letter, "ce_subject"),
                        Long.parseLong(header(letter, "ce_aggregateversion")),
                        Instant.parse(header(letter, "ce_time")),
                        MAPPER.readTree(letter.value()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A value of the state as text; empty text where there is none. */
        public String state(String field) {
            return body.path("state").path(field).asText();
        }

        private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
            return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }
}
