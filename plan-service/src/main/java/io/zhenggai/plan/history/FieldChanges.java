package io.zhenggai.plan.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.kit.json.StoredJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a thing, field by field, down to the entries of lists. */
public final class FieldChanges {

    private FieldChanges() {}

    /**
     * @param before null where there was nothing yet
     * @return the fields that differ, by their paths
     */
    public static Map<String, Change> between(@Nullable Object before, Object after) {
        Map<String, JsonNode> old = before == null ? Map.of() : leaves(before);
        Map<String, JsonNode> now = leaves(after);
        Map<String, Change> changes = new TreeMap<>();
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(now.keySet());
        for (String field : fields) {
            if (!Objects.equals(old.get(field), now.get(field))) {
                changes.put(field, new Change(old.get(field), now.get(field)));
            }
        }
        return changes;
    }

    private static Map<String, JsonNode> leaves(Object state) {
        Map<String, JsonNode> leaves = new HashMap<>();
        collect("", StoredJson.tree(state), leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), leaves);
            }
        } else {
            leaves.put(path, node);
        }
    }

    /** What stood there, and what stands there; absent where there was or is nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(@Nullable JsonNode from, @Nullable JsonNode to) {}
}
