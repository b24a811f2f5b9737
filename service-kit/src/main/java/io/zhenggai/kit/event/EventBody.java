package io.zhenggai.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON body of an arrived event, read into the receiver's own records. */
public final class EventBody {

    private final ObjectMapper mapper;
    private final JsonNode root;

    EventBody(ObjectMapper mapper, JsonNode root) {
        this.mapper = mapper;
        this.root = root;
    }

    <S> S state(Class<S> type) {
        try {
            return mapper.treeToValue(root.required("state"), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UnreadableEventException("the state is not a " + type.getSimpleName(), e);
        }
    }
}
