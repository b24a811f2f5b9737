package io.zhenggai.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.zhenggai.kit.time.DateBounds;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The JSON of events: reading passes over what it does not know, so that senders may add (decision 4). Only a date out of all
 * bounds is not let in: the database would keep it as {@code infinity}.
 */
@Singleton
public final class EventJson {

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new Jdk8Module())
            .registerModule(new SimpleModule("zhenggai-years")
                    .addDeserializer(
                            LocalDate.class,
                            new BoundedDeserializer<>(
                                    LocalDate.class, LocalDateDeserializer.INSTANCE, DateBounds::hold))
                    .addDeserializer(
                            Instant.class,
                            new BoundedDeserializer<>(Instant.class, InstantDeserializer.INSTANT, DateBounds::hold)))
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    /** @return UTF-8 JSON */
    public byte[] write(EventData<?> data) {
        try {
            return mapper.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as an event: " + data, e);
        }
    }

    /** @throws UnreadableEventException when the bytes are not a JSON object */
    public EventBody read(byte[] json) {
        try {
            JsonNode root = mapper.readTree(json);
            if (root == null || !root.isObject()) {
                throw new UnreadableEventException("the body is not a JSON object");
            }
            return new EventBody(mapper, root);
        } catch (IOException e) {
            throw new UnreadableEventException("the body is not JSON", e);
        }
    }
}
