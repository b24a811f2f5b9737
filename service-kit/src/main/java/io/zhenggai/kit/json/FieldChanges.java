package io.zhenggai.kit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of a thing, field by field, as histories show it. A field within a field is named by its
 * path, such as {@code content.practices}, one within an entry of a list by {@code goals[0].tasks[2].text}; a list of plain
 * values is one field. An empty list is as good as none.
 */
public final class FieldChanges {

    private FieldChanges() {}

    /**
     * @param before null where there was nothing yet
     * @return the fields that differ, by their paths; a map of the caller's own
     */
    public static SortedMap<String, Change> between(@Nullable Object before, Object after) {
        Map<String, JsonNode> old = before == null ? Map.of() : fields(before);
        Map<String, JsonNode> now = fields(after);
        SortedMap<String, Change> changes = new TreeMap<>();
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        for (String path : paths) {
            if (!Objects.equals(old.get(path), now.get(path))) {
                changes.put(path, new Change(old.get(path), now.get(path)));
            }
        }
        return changes;
    }

    private static Map<String, JsonNode> fields(Object state) {
        Map<String, JsonNode> fields = new HashMap<>();
        collect("", StoredJson.tree(state), fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (node.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(field -> collect(prefix + field.getKey(), field.getValue(), fields));
        } else if (node.isArray() && (node.isEmpty() || node.get(0).isContainerNode())) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), fields);
            }
        } else {
            fields.put(path, node);
        }
    }

    /** What stood there, and what stands there; absent where there was or is nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(@Nullable JsonNode from, @Nullable JsonNode to) {

        /** @param to what was added beside the fields of a state */
        public static Change added(Object to) {
            return new Change(null, StoredJson.tree(to));
        }
    }
}
