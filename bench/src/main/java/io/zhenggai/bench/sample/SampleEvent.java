package io.zhenggai.bench.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * An event of real size: the contract's sample of an issue in the middle of its life, under any id.
 *
 * @param type its event type
 * @param occurredAt when it happened, by the business clock
 * @param state the aggregate's state
 */
public record SampleEvent(String type, Instant occurredAt, ObjectNode state) {

    private static final String RESOURCE = "/issue.rectification-started.v1.json";

    /** @return the sample in {@code docs/events} */
    public static SampleEvent ofContract() {
        try (InputStream in = SampleEvent.class.getResourceAsStream(RESOURCE)) {
            JsonNode sample = new ObjectMapper().readTree(in);
            JsonNode headers = sample.required("headers");
            return new SampleEvent(
                    headers.required("ce_type").asText(),
                    Instant.parse(headers.required("ce_time").asText()),
                    (ObjectNode) sample.required("data").required("state"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the first event of an aggregate */
    public NewEvent of(String aggregateType, UUID aggregate) {
        return new NewEvent(aggregateType, aggregate, 1, type, occurredAt, data(aggregate));
    }

    /** @return the body under an aggregate's id */
    public EventData<?> data(UUID aggregate) {
        return EventData.of(state.deepCopy().put("id", aggregate.toString()));
    }
}
