package io.zhenggai.kit.event;

import io.zhenggai.kit.id.UuidText;
import io.zhenggai.kit.time.DateBounds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 in binary mode on Kafka: attributes as headers with the prefix {@code ce_}. */
public final class CloudEventHeaders {

    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String SUBJECT = "ce_subject";
    private static final String TIME = "ce_time";
    private static final String VERSION = "ce_aggregateversion";
    private static final String TRACEPARENT = "traceparent";

    /** So far from the end of the numbers that the one after it is one too. */
    private static final long LARGEST_VERSION = 999_999_999_999_999_999L;

    private CloudEventHeaders() {}

    /** @return the headers of one event; {@code source} names the sending service */
    public static Headers write(
            String source,
            UUID id,
            String type,
            UUID subject,
            Instant time,
            long version,
            Optional<String> traceparent) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, ID, id.toString());
        add(headers, TYPE, type);
        add(headers, "ce_source", source);
        add(headers, SUBJECT, subject.toString());
        add(headers, TIME, time.toString());
        add(headers, VERSION, Long.toString(version));
        add(headers, "content-type", "application/json");
        traceparent.ifPresent(value -> add(headers, TRACEPARENT, value));
        return headers;
    }

    /** @throws UnreadableEventException when an attribute is missing or not of its form */
    public static Event read(String aggregateType, Headers headers, EventBody body) {
        return new Event(
                uuid(headers, ID),
                required(headers, TYPE),
                aggregateType,
                uuid(headers, SUBJECT),
                version(headers),
                instant(headers, TIME),
                find(headers, TRACEPARENT),
                body);
    }

    /** @return the event's type; empty when the record has none */
    public static Optional<String> type(Headers headers) {
        return find(headers, TYPE);
    }

    /** @return the aggregate's id; empty when the record names none */
    public static Optional<UUID> subject(Headers headers) {
        return find(headers, SUBJECT).flatMap(UuidText::parse);
    }

    private static UUID uuid(Headers headers, String name) {
        return UuidText.parse(required(headers, name)).orElseThrow(() -> unreadable(name));
    }

    private static long version(Headers headers) {
        String text = required(headers, VERSION);
        try {
            long version = Long.parseLong(text);
            // Nothing below 1 could ever pass the version gate: it would be taken for a repetition.
            if (version < 1
                    || version > LARGEST_VERSION
                    || !Long.toString(version).equals(text)) {
                throw unreadable(VERSION);
            }
            return version;
        } catch (NumberFormatException e) {
            throw unreadable(VERSION);
        }
    }

    private static Instant instant(Headers headers, String name) {
        try {
            return Optional.of(Instant.parse(required(headers, name)))
                    .filter(DateBounds::hold)
                    .orElseThrow(() -> unreadable(name));
        } catch (DateTimeParseException e) {
            throw unreadable(name);
        }
    }

    private static String required(Headers headers, String name) {
        return find(headers, name).orElseThrow(() -> unreadable(name));
    }

    private static Optional<String> find(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .filter(value -> !value.isEmpty());
    }

    private static UnreadableEventException unreadable(String name) {
        return new UnreadableEventException("header " + name + " is missing or not of its form");
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
