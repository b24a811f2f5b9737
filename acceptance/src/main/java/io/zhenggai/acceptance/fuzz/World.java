package io.zhenggai.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known to be there, so that some requests concern it: ids by collection, and the entity tags that were last seen. */
final class World {

    private static final int MOST = 50;

    /** The empty one before the first slash, api, v1, the collection, the id. */
    private static final int THING_SEGMENTS = 5;

    private final Map<String, List<String>> ids = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final List<String> cursors = new ArrayList<>();

    /**
     * Learns from an answer that was no refusal.
     *
     * @param template the path with its parameters in braces
     * @param path the same without
     */
    void learn(String template, String path, Optional<String> tag, JsonNode body) {
        String thing = thing(template, path).orElse(path + "/" + body.path("id").asText());
        tag.ifPresent(seen -> tags.put(thing, seen));
        String collection = collection(template);
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

    /** @return the tag of the thing that is named, or of which a part is; empty when it was never seen */
    Optional<String> tag(String template, String path) {
        return thing(template, path).map(tags::get);
    }

    /** @return {@code /api/v1/issues/ID} for whatever lies below it; empty for a collection itself */
    private static Optional<String> thing(String template, String path) {
        return template.contains("{")
                ? Optional.of(
                        Arrays.stream(path.split("/")).limit(THING_SEGMENTS).collect(Collectors.joining("/")))
                : Optional.empty();
    }

    /** @return the last word that is no parameter: what is created or listed there, or the kind of the thing itself */
    static String collection(String template) {
        String[] parts = template.replaceAll("/\\{[^}]+}$", "").split("/");
        return parts[parts.length - 1];
    }
}
