package io.zhenggai.kit.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
            .addMixIn(Object.class, Tolerant.class)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    /** One for each form that is read in this service. */
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    /** @return UTF-8 JSON */
    public byte[] write(EventData<?> data) {
        try {
            return mapper.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as an event: " + data, e);
        }
    }

    /** @return the body, of which nothing is read yet */
    public EventBody read(byte[] json) {
        return new EventBody(this, json);
    }

    /** Read in one pass: a tree in between costs as much again. */
    <S> S state(byte[] json, Class<S> type) {
        try (JsonParser parser = mapper.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableEventException("the body is not a JSON object");
            }
            Body<S> body = readers.computeIfAbsent(type, this::reader).readValue(parser);
            if (body.state() == null) {
                throw new UnreadableEventException("the body has no state");
            }
            return body.state();
        } catch (StreamReadException e) {
            throw new UnreadableEventException("the body is not JSON", e);
        } catch (IOException e) {
            throw new UnreadableEventException("the state is not a " + type.getSimpleName(), e);
        }
    }

    private ObjectReader reader(Class<?> type) {
        return mapper.readerFor(mapper.getTypeFactory().constructParametricType(Body.class, type));
    }

    /** What is read of a body. */
    record Body<S>(@Nullable S state) {}

    /** What is not known is passed over where it stands; a mapper that merely does not fail at it puts it aside first. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface Tolerant {}
}
