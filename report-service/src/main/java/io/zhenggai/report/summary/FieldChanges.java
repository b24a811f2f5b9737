package io.zhenggai.report.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What changed, field by field: what stood there before, and what stands there now. */
final class FieldChanges {

    private final Map<String, Change> changes = new TreeMap<>();

    private FieldChanges() {}

    /**
     * @param before {@link MissingNode} where there was nothing
     * @return the changed fields by their paths, such as {@code content.practices}; a list is one field
     */
    static Map<String, Change> between(JsonNode before, JsonNode after) {
        FieldChanges found = new FieldChanges();
        found.compare("", before, after);
        return found.changes;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.isObject() || after.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            after.properties()
                    .forEach(field -> compare(prefix + field.getKey(), before.path(field.getKey()), field.getValue()));
            before.properties().stream()
                    .filter(field -> !after.has(field.getKey()))
                    .forEach(field -> compare(prefix + field.getKey(), field.getValue(), MissingNode.getInstance()));
        } else if (!Objects.equals(before, after)) {
            changes.put(path, new Change(orNull(before), orNull(after)));
        }
    }

    private static @Nullable JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }

    /** Absent where nothing stood or stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(@Nullable JsonNode from, @Nullable JsonNode to) {}
}
