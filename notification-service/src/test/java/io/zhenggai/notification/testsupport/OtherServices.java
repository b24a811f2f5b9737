package io.zhenggai.notification.testsupport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Speaks on Kafka as the other services do. */
public final class OtherServices implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private final KafkaProducer<byte[], byte[]> producer;

    /** Creates the topics that their owners would have created. */
    public OtherServices() {
        Map<String, Object> servers =
                Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers());
        try (Admin admin = Admin.create(servers)) {
            Topics.create(admin, Set.of("issue", "campaign", "obligation"), 6);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the topics were not created", e);
        }
        producer = new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** One event, sent when this returns; the state is written as JSON without what is null. */
    public void say(String type, UUID id, long version, Instant at, Object state) {
        String aggregateType = type.substring(0, type.indexOf('.'));
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(
                Topics.of(aggregateType),
                null,
                null,
                id.toString().getBytes(StandardCharsets.US_ASCII),
                body(state).getBytes(StandardCharsets.UTF_8),
                CloudEventHeaders.write("another-service", UUID.randomUUID(), type, id, at, version, Optional.empty()));
        try {
            producer.send(event).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the event was not sent", e);
        }
    }

    private static String body(Object state) {
        try {
            return JSON.writeValueAsString(Map.of("state", state, "change", Map.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
