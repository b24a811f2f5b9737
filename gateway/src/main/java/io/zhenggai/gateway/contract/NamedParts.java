package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenggai.gateway.routing.Service;
import java.util.TreeMap;

/** Parts of the contract that have a name and one meaning, with who published them first; in the order of their names. */
final class NamedParts {

    private record Part(Service from, JsonNode content) {}

    private final String kind;
    private final TreeMap<String, Part> parts = new TreeMap<>();

    /** @param kind what they are, for messages */
    NamedParts(String kind) {
        this.kind = kind;
    }

    /**
     * Adds a part that may be published again if it is equal.
     *
     * @throws ContractException when there is an unequal one of that name
     */
    void add(String name, Service from, JsonNode content) {
        Part present = parts.putIfAbsent(name, new Part(from, content));
        if (present != null && !present.content().equals(content)) {
            throw new ContractException("the %s %s means one thing in %s and another in %s"
                    .formatted(kind, name, present.from().id(), from.id()));
        }
    }

    /**
     * Adds a part that nobody else may publish.
     *
     * @throws ContractException when there is one of that name
     */
    void addOnce(String name, Service from, JsonNode content) {
        Part present = parts.putIfAbsent(name, new Part(from, content));
        if (present != null) {
            throw new ContractException("the %s %s is published twice, by %s and by %s"
                    .formatted(kind, name, present.from().id(), from.id()));
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    ObjectNode asObject() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        parts.forEach((name, part) -> object.set(name, part.content()));
        return object;
    }

    ArrayNode asArray() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        parts.values().forEach(part -> array.add(part.content()));
        return array;
    }
}
