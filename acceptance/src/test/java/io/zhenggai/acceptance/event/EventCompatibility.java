package io.zhenggai.acceptance.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.acceptance.event.EventContract.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a contract changes that others rely on. It looks both ways: a consumer that knows the contract as it was reads what
 * is sent from now on, and one that knows it as it is reads what was sent before, since topics keep everything. So properties
 * that may be absent, values of enums, types and topics may be added; whatever else is said of a value stays.
 */
final class EventCompatibility {

    private final EventContract released;
    private final EventContract current;
    private final List<String> changes = new ArrayList<>();

    private EventCompatibility(EventContract released, EventContract current) {
        this.released = released;
        this.current = current;
    }

    /** @return each incompatible change, by its place; empty when there is none */
    static List<String> incompatibleChanges(EventContract released, EventContract current) {
        EventCompatibility compatibility = new EventCompatibility(released, current);
        released.channels().keySet().forEach(compatibility::compareTopic);
        released.messages().values().forEach(compatibility::compareMessage);
        return List.copyOf(compatibility.changes);
    }

    private void compareTopic(String topic) {
        if (!current.channels().containsKey(topic)) {
            changes.add(topic + ": removed");
            return;
        }
        JsonNode before = kafka(released, released.channels().get(topic));
        JsonNode now = kafka(current, current.channels().get(topic));
        for (String setting : List.of("partitions", "topicConfiguration")) {
            compareValues(topic + " " + setting, before.path(setting), now.path(setting));
        }
    }

    private void compareMessage(Message before) {
        Message now = current.messages().get(before.type());
        if (now == null) {
            changes.add(before.type() + ": removed");
            return;
        }
        if (!before.topic().equals(now.topic())) {
            changes.add("%s: topic %s, now %s".formatted(before.type(), before.topic(), now.topic()));
        }
        compareValues(
                before.type() + " content type",
                before.declaration().path("contentType"),
                now.declaration().path("contentType"));
        compare(
                before.type() + " key",
                Shape.of(released, kafka(released, before.declaration()).path("key")),
                Shape.of(current, kafka(current, now.declaration()).path("key")));
        for (String part : List.of("headers", "payload")) {
            compare(
                    before.type() + " " + part,
                    Shape.of(released, before.declaration().path(part)),
                    Shape.of(current, now.declaration().path(part)));
        }
    }

    private static JsonNode kafka(EventContract contract, JsonNode declaration) {
        return contract.resolve(declaration.path("bindings")).path("kafka");
    }

    private void compare(String place, Shape before, Shape now) {
        Set<String> keywords = new TreeSet<>(before.limits().keySet());
        keywords.addAll(now.limits().keySet());
        for (String keyword : keywords) {
            compareValues(
                    place + " " + keyword,
                    before.limits().get(keyword),
                    now.limits().get(keyword));
        }
        compareEnums(place, before.values(), now.values());
        compareProperties(place, before, now);
        if (before.items().isPresent() != now.items().isPresent()) {
            changes.add(place + "[]: " + (now.items().isPresent() ? "added" : "removed"));
        } else {
            before.items()
                    .ifPresent(items -> compare(place + "[]", items, now.items().orElseThrow()));
        }
    }

    /** A new value is read as null, or as a text, by whoever does not know it; one that was sent must still be read. */
    private void compareEnums(String place, Optional<Set<JsonNode>> before, Optional<Set<JsonNode>> now) {
        if (before.isPresent() != now.isPresent()) {
            changes.add(place + " enum: " + (now.isPresent() ? "added" : "removed"));
            return;
        }
        before.ifPresent(values -> values.stream()
                .filter(value -> !now.orElseThrow().contains(value))
                .forEach(value -> changes.add(place + " enum: " + value + " removed")));
    }

    private void compareProperties(String place, Shape before, Shape now) {
        for (Map.Entry<String, Shape> property : before.properties().entrySet()) {
            String name = place + "." + property.getKey();
            Shape kept = now.properties().get(property.getKey());
            if (kept == null) {
                changes.add(name + ": removed");
            } else {
                compare(name, property.getValue(), kept);
            }
        }
        for (String name : before.required()) {
            if (now.properties().containsKey(name) && !now.required().contains(name)) {
                changes.add(place + "." + name + ": may be absent now");
            }
        }
        for (String name : now.required()) {
            if (!before.required().contains(name)) {
                changes.add(place + "." + name + ": must be there now, while events sent before may lack it");
            }
        }
    }

    private void compareValues(String place, @Nullable JsonNode before, @Nullable JsonNode now) {
        if (!Objects.equals(before, now)) {
            changes.add("%s: %s, now %s".formatted(place, shown(before), shown(now)));
        }
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null || value.isMissingNode() ? "nothing" : value.toString();
    }
}
