package io.zhenggai.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known to be there, so that some requests concern it: ids by collection, and the entity tags that were last seen. */
final class World {

    private static final int MOST = 50;

    private final Map<String, List<String>> ids = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final List<String> cursors = new ArrayList<>();

    /** Learns from an answer that was no refusal. */
    void learn(String path, Optional<String> tag, JsonNode body) {
        tag.ifPresent(seen -> tags.put(path, seen));
        String collection = collection(path);
        addId(collection, body);
        body.path("items").forEach(item -> addId(collection, item));
        if (body.has("next")) {
            remember(cursors, body.path("next").asText());
        }
    }

    private void addId(String collection, JsonNode thing) {
        String id = thing.path("id").asText();
        if (!id.isEmpty()) {
            remember(ids.computeIfAbsent(collection, key -> new ArrayList<>()), id);
        }
    }

    private static void remember(List<String> known, String one) {
        if (!known.contains(one)) {
            known.add(one);
        }
        if (known.size() > MOST) {
            known.remove(0);
        }
    }

    Optional<String> id(String collection, Chance chance) {
        List<String> known = ids.getOrDefault(collection, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(chance.of(known));
    }

    Optional<String> cursor(Chance chance) {
        return cursors.isEmpty() ? Optional.empty() : Optional.of(chance.of(cursors));
    }

    /** @return the tag of the thing of which that is a part; empty when it was never seen */
    Optional<String> tag(String path) {
        for (String thing = path; thing.lastIndexOf('/') > 0; thing = thing.substring(0, thing.lastIndexOf('/'))) {
            if (tags.containsKey(thing)) {
                return Optional.of(tags.get(thing));
            }
        }
        return Optional.empty();
    }

    /** @return {@code issues} for {@code /api/v1/issues/…} */
    static String collection(String path) {
        String[] parts = path.split("/");
        return parts.length > 3 ? parts[3].replaceAll("\\?.*", "") : "";
    }
}
