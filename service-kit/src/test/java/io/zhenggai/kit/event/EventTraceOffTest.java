package io.zhenggai.kit.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** As a service is delivered: no spans, and the trace context of whoever began goes through, seen on the wire. */
@QuarkusTest
@TestProfile(EventTraceOffTest.AsDelivered.class)
@OnRealServers
class EventTraceOffTest {

    public static class AsDelivered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "true");
        }
    }

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void whatAHandlerEmitsGoesOnInTheTraceOfItsCause() throws Exception {
        UUID traced = UUID.randomUUID();
        UUID untraced = UUID.randomUUID();
        try (Admin admin = Admin.create(servers())) {
            Topics.create(admin, Set.of("call"), 1);
        }

        call(traced, Optional.of(TRACE));
        call(untraced, Optional.empty());

        assertThat(traceOfAnswer(traced)).contains(TRACE);
        assertThat(traceOfAnswer(untraced)).isEmpty();
    }

    @Test
    void whatARequestTellsHasTheContextOfItsCaller() {
        UUID id = UUID.randomUUID();

        given().header("traceparent", TRACE)
                .post("/api/v1/calls/" + id + "?name=told")
                .then()
                .statusCode(204);

        assertThat(traceOfAnswer(id)).contains(TRACE);
    }

    private static void call(UUID id, Optional<String> trace) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(servers(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.of("call"),
                            null,
                            null,
                            id.toString().getBytes(StandardCharsets.US_ASCII),
                            "{\"state\": {\"name\": \"called\"}}".getBytes(StandardCharsets.UTF_8),
                            CloudEventHeaders.write(
                                    "test", UUID.randomUUID(), "call.made.v1", id, Instant.EPOCH, 1, trace)))
                    .get();
        }
    }

    private static Optional<String> traceOfAnswer(UUID id) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(servers(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.of("thing")).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long patientUntil = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < patientUntil) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofMillis(200))) {
                    if (CloudEventHeaders.subject(one.headers()).equals(Optional.of(id))) {
                        return Optional.ofNullable(one.headers().lastHeader("traceparent"))
                                .map(Header::value)
                                .map(value -> new String(value, StandardCharsets.UTF_8));
                    }
                }
            }
            throw new AssertionError("no answer to " + id);
        }
    }

    private static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers());
    }
}
