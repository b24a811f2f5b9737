package io.zhenggai.acceptance.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema says of a value, with its references followed and its parts laid over each other.
 *
 * @param limits what the value must keep to beside what has a name here: type, format, pattern, const, minimum …
 * @param values the only ones that there are; empty where any is
 * @param required the properties that are always there
 * @param properties what is known of each
 * @param items what is known of the entries of a list
 */
record Shape(
        Map<String, JsonNode> limits,
        Optional<Set<JsonNode>> values,
        Set<String> required,
        Map<String, Shape> properties,
        Optional<Shape> items) {

    private static final Shape ANYTHING = new Shape(Map.of(), Optional.empty(), Set.of(), Map.of(), Optional.empty());
    private static final Set<String> WORDS_FOR_PEOPLE =
            Set.of("title", "description", "examples", "deprecated", "$comment");
    private static final Set<String> NOT_COMPARED = Set.of(
            "oneOf", "anyOf", "not", "if", "then", "else", "$defs", "definitions", "patternProperties", "prefixItems");

    /**
     * @param contract where its references lead
     * @throws IllegalArgumentException when it is written in a way that cannot be compared
     */
    static Shape of(EventContract contract, JsonNode schema) {
        Shape shape = ANYTHING;
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            shape = shape.and(of(contract, keyword.getKey(), keyword.getValue(), schema));
        }
        return shape;
    }

    private static Shape of(EventContract contract, String keyword, JsonNode value, JsonNode schema) {
        if (NOT_COMPARED.contains(keyword)) {
            throw new IllegalArgumentException(keyword + " cannot be compared: write it as properties and enums");
        }
        if (WORDS_FOR_PEOPLE.contains(keyword)) {
            return ANYTHING;
        }
        return switch (keyword) {
            case "$ref" -> of(contract, contract.resolve(schema));
            case "allOf" -> all(contract, value);
            case "enum" -> withValues(elements(value));
            case "required" -> withRequired(value);
            case "properties" -> withProperties(contract, value);
            case "items" -> new Shape(Map.of(), Optional.empty(), Set.of(), Map.of(), Optional.of(of(contract, value)));
            default -> new Shape(Map.of(keyword, value), Optional.empty(), Set.of(), Map.of(), Optional.empty());
        };
    }

    private static Shape all(EventContract contract, JsonNode parts) {
        Shape shape = ANYTHING;
        for (JsonNode part : parts) {
            shape = shape.and(of(contract, part));
        }
        return shape;
    }

    private static Set<JsonNode> elements(JsonNode list) {
        Set<JsonNode> elements = new LinkedHashSet<>();
        list.forEach(elements::add);
        return elements;
    }

    private static Shape withValues(Set<JsonNode> values) {
        return new Shape(Map.of(), Optional.of(values), Set.of(), Map.of(), Optional.empty());
    }

    private static Shape withRequired(JsonNode names) {
        Set<String> required = new TreeSet<>();
        names.forEach(name -> required.add(name.asText()));
        return new Shape(Map.of(), Optional.empty(), required, Map.of(), Optional.empty());
    }

    private static Shape withProperties(EventContract contract, JsonNode declared) {
        Map<String, Shape> properties = new TreeMap<>();
        declared.properties().forEach(one -> properties.put(one.getKey(), of(contract, one.getValue())));
        return new Shape(Map.of(), Optional.empty(), Set.of(), properties, Optional.empty());
    }

    /** @return what both say of the value */
    private Shape and(Shape other) {
        Map<String, JsonNode> bothLimits = new TreeMap<>(limits);
        other.limits.forEach((keyword, value) -> bothLimits.merge(keyword, value, (one, another) -> {
            if (!one.equals(another)) {
                throw new IllegalArgumentException(keyword + " is said twice: " + one + " and " + another);
            }
            return one;
        }));
        Set<String> bothRequired = new TreeSet<>(required);
        bothRequired.addAll(other.required);
        Map<String, Shape> bothProperties = new TreeMap<>(properties);
        other.properties.forEach((name, shape) -> bothProperties.merge(name, shape, Shape::and));
        return new Shape(
                bothLimits,
                common(values, other.values),
                bothRequired,
                bothProperties,
                items.map(mine -> other.items.map(mine::and).orElse(mine)).or(() -> other.items));
    }

    private static Optional<Set<JsonNode>> common(Optional<Set<JsonNode>> one, Optional<Set<JsonNode>> another) {
        if (one.isEmpty() || another.isEmpty()) {
            return one.or(() -> another);
        }
        Set<JsonNode> common = new LinkedHashSet<>(one.get());
        common.retainAll(another.get());
        return Optional.of(common);
    }
}
