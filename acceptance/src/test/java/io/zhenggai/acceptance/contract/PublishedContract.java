package io.zhenggai.acceptance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code docs/openapi.yaml}, as the repository holds it. */
public final class PublishedContract {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final String text;
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    private PublishedContract(String text, JsonNode document) {
        this.text = text;
        this.document = document;
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(Operation.of(member.getKey(), path.getKey(), withResponses(member.getValue())));
                }
            }
        }
    }

    /** The operation with its responses themselves in place of references to them. */
    private JsonNode withResponses(JsonNode operation) {
        ObjectNode copy = operation.deepCopy();
        for (Map.Entry<String, JsonNode> response : copy.path("responses").properties()) {
            String reference = response.getValue().path("$ref").asText();
            if (!reference.isEmpty()) {
                response.setValue(document.at(reference.substring(1)));
            }
        }
        return copy;
    }

    /** Reads it from the repository that is tested. */
    public static PublishedContract read() {
        try {
            String text = Files.readString(Path.of("..", "docs", "openapi.yaml"));
            return new PublishedContract(text, new YAMLMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return every operation, in the order of the file */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** @return the operation that answers a request; a path without parameters before one with */
    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.matches(method, path))
                .min(Comparator.comparingInt(Operation::parameters));
    }

    String text() {
        return text;
    }

    JsonNode document() {
        return document;
    }
}
