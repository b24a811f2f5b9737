package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One order for the members of every object, so that equal contracts are equal files: as one reads them, then by name. */
final class ContractOrder {

    private static final List<String> READING_ORDER = List.of(
            "openapi",
            "info",
            "$ref",
            "title",
            "name",
            "in",
            "tags",
            "operationId",
            "summary",
            "description",
            "type",
            "format",
            "required",
            "servers",
            "security",
            "parameters",
            "get",
            "put",
            "post",
            "patch",
            "delete",
            "head",
            "options",
            "requestBody",
            "responses",
            "schema",
            "paths",
            "components");

    /** Values, not structure. */
    private static final Set<String> AS_WRITTEN = Set.of("example", "examples", "default", "const", "enum");

    /** The members of these have names of their own, in an order that their author chose; generated clients send the first media type. */
    private static final Set<String> MAPS_AS_WRITTEN = Set.of("properties", "content");

    /** The members of these have names of their own: {@code title} may be a path's, a header's or a schema's name. */
    private static final Set<String> MAPS = Set.of(
            "paths",
            "schemas",
            "responses",
            "requestBodies",
            "headers",
            "links",
            "callbacks",
            "securitySchemes",
            "mapping",
            "variables");

    private static final Comparator<String> READING =
            Comparator.comparingInt(ContractOrder::rank).thenComparing(Comparator.naturalOrder());

    private ContractOrder() {}

    /** @return a copy in order; arrays keep theirs */
    static ObjectNode sorted(ObjectNode document) {
        return structure(document);
    }

    private static ObjectNode structure(ObjectNode from) {
        ObjectNode to = from.objectNode();
        for (String name : names(from, READING)) {
            JsonNode value = from.get(name);
            to.set(name, MAPS.contains(name) && value instanceof ObjectNode map ? map(map) : member(name, value));
        }
        return to;
    }

    private static ObjectNode map(ObjectNode from) {
        ObjectNode to = from.objectNode();
        names(from, Comparator.naturalOrder()).forEach(name -> to.set(name, value(from.get(name))));
        return to;
    }

    private static JsonNode member(String name, JsonNode value) {
        if (MAPS_AS_WRITTEN.contains(name) && value instanceof ObjectNode map) {
            ObjectNode to = map.objectNode();
            map.fieldNames().forEachRemaining(key -> to.set(key, value(map.get(key))));
            return to;
        }
        return AS_WRITTEN.contains(name) ? value : value(value);
    }

    private static JsonNode value(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return structure(object);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode to = array.arrayNode();
            array.forEach(element -> to.add(value(element)));
            return to;
        }
        return value;
    }

    private static List<String> names(ObjectNode object, Comparator<String> order) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(order);
        return names;
    }

    private static int rank(String name) {
        int place = READING_ORDER.indexOf(name);
        return place < 0 ? READING_ORDER.indexOf("required") : place;
    }
}
