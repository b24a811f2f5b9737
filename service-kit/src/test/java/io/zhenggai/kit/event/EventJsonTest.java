package io.zhenggai.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final Instant NOON = Instant.parse("2021-10-20T04:00:00Z");

    private final EventJson json = new EventJson();

    enum Kind {
        FILING
    }

    record State(
            @Nullable String name,
            @Nullable Kind kind,
            @Nullable LocalDate deadline,
            @Nullable Instant at) {}

    @Test
    void comesBackAsItWentOut() {
        State state = new State("方案", Kind.FILING, LocalDate.of(2021, 10, 31), NOON);

        byte[] written = json.write(new EventData<>(state, Map.of("from", "OPEN")));

        assertThat(json.read(written).state(State.class)).isEqualTo(state);
        assertThat(new String(written, StandardCharsets.UTF_8)).endsWith(",\"change\":{\"from\":\"OPEN\"}}");
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        State state = read("{\"name\": \"a\", \"kind\": \"NEW\", \"later\": {\"added\": 1}}");

        assertThat(state).isEqualTo(new State("a", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"deadline\": \"+999999999-12-31\"}",
                "{\"deadline\": \"1899-12-31\"}",
                "{\"deadline\": \"2200-01-01\"}",
                "{\"deadline\": [2200, 1, 1]}",
                "{\"at\": \"+1000000000-12-31T23:59:59Z\"}",
                "{\"at\": \"2200-01-01T00:00:00Z\"}",
                "{\"at\": \"1899-12-31T23:59:59Z\"}",
                "{\"deadline\": \"soon\"}",
                "[]"
            })
    void isUnreadableWithADateOutOfAllBounds(String state) {
        assertThatThrownBy(() -> read(state)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void readsDatesAtTheBounds() {
        State state = read("{\"deadline\": \"2199-12-31\", \"at\": \"1900-01-01T00:00:00Z\"}");

        assertThat(state.deadline()).isEqualTo("2199-12-31");
        assertThat(state.at()).isEqualTo("1900-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{}", "{\"state\": null}", "{\"state\": {}, \"change\": {"})
    void isUnreadableWithoutAState(String body) {
        assertThatThrownBy(() -> json.read(bytes(body)).state(State.class))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void headersComeBackAsTheyWentOut() {
        UUID id = UUID.randomUUID();
        UUID subject = UUID.randomUUID();

        Event event = read(CloudEventHeaders.write("s", id, "thing.changed.v1", subject, NOON, 7, Optional.of("t")));

        assertThat(event)
                .returns(id, Event::id)
                .returns(subject, Event::aggregateId)
                .returns(7L, Event::aggregateVersion)
                .returns(NOON, Event::occurredAt)
                .returns(Optional.of("t"), Event::traceparent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_subject", "ce_time", "ce_aggregateversion"})
    void isUnreadableWithoutAHeader(String name) {
        Headers headers = good();
        headers.remove(name);

        assertThatThrownBy(() -> read(headers))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id=1-1-1-1-1",
                "ce_id=x",
                "ce_id=0190000000007000800000000000000000001",
                "ce_id=01900000-0000-7000-8000-00000000000g",
                "ce_id=01900000-0000-7000-8000-0000000000001",
                "ce_subject=",
                "ce_subject=AZIAAAAAcACAAAAAAAAgIQ==",
                "ce_time=yesterday",
                "ce_time=+1000000000-12-31T23:59:59Z",
                "ce_aggregateversion=0",
                "ce_aggregateversion=-1",
                "ce_aggregateversion=9223372036854775808",
                "ce_aggregateversion=1000000000000000000",
                "ce_aggregateversion=01",
                "ce_aggregateversion=+1",
                "ce_aggregateversion=1.0",
                "ce_type=",
            })
    void isUnreadableWithAHeaderOfAnotherForm(String header) {
        Headers headers = good();
        String[] parts = header.split("=", 2);
        headers.remove(parts[0]);
        headers.add(parts[0], bytes(parts[1]));

        assertThatThrownBy(() -> read(headers))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(parts[0]);
    }

    private Event read(Headers headers) {
        return CloudEventHeaders.read("thing", headers, json.read(bytes("{\"state\": {}}")));
    }

    private State read(String state) {
        return json.read(bytes("{\"state\": " + state + ", \"change\": {}}")).state(State.class);
    }

    private static Headers good() {
        return CloudEventHeaders.write(
                "s", UUID.randomUUID(), "thing.changed.v1", UUID.randomUUID(), NOON, 1, Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
