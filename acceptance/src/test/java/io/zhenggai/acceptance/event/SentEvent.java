package io.zhenggai.acceptance.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One record of a topic, or one that could be.
 *
 * @param key empty where there is none
 * @param headers each by its name
 * @param data the value
 */
record SentEvent(String topic, String key, ObjectNode headers, JsonNode data) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static SentEvent of(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        try {
            String key = Optional.ofNullable(record.key()).map(SentEvent::text).orElse("");
            return new SentEvent(record.topic(), key, headers, MAPPER.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String type() {
        return headers.path("ce_type").asText();
    }

    String subject() {
        return headers.path("ce_subject").asText();
    }

    long version() {
        return headers.path("ce_aggregateversion").asLong();
    }

    /** @return the same as the first event of an aggregate that nobody has heard of */
    SentEvent ofNewAggregate() {
        String id = UUID.randomUUID().toString();
        ObjectNode changedHeaders = headers.deepCopy();
        changedHeaders.put("ce_id", UUID.randomUUID().toString());
        changedHeaders.put("ce_subject", id);
        changedHeaders.put("ce_aggregateversion", "1");
        ObjectNode changedData = data.deepCopy();
        changedData.withObject("/state").put("id", id);
        return new SentEvent(topic, id, changedHeaders, changedData);
    }

    ProducerRecord<byte[], byte[]> toRecord() {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(key), bytes(data.toString()));
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            record.headers().add(header.getKey(), bytes(header.getValue().asText()));
        }
        return record;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
