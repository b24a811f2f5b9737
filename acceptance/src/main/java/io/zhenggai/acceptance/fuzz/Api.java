package io.zhenggai.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contract as the running gateway publishes it. */
final class Api {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    /** @param document OpenAPI, merged */
    Api(JsonNode document) {
        this.document = document;
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(new Operation(member.getKey().toUpperCase(), path.getKey(), member.getValue()));
                }
            }
        }
    }

    static Api of(String gatewayUrl) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gatewayUrl + "/openapi"))
                .header("Accept", "application/json")
                .build();
        return new Api(new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body()));
    }

    /**
     * One operation.
     *
     * @param method in capitals
     * @param path with its parameters in braces
     */
    record Operation(String method, String path, JsonNode declaration) {

        boolean isChange() {
            return !method.equals("GET");
        }

        boolean declares(int status) {
            return declaration.path("responses").has(Integer.toString(status));
        }

        /** @return the media type and schema of its body; empty when it takes none */
        Optional<Map.Entry<String, JsonNode>> body() {
            return declaration.at("/requestBody/content").properties().stream().findFirst();
        }

        /** @return of one of its parameters; empty for one that it does not have */
        JsonNode parameterSchema(String name) {
            for (JsonNode parameter : declaration.path("parameters")) {
                if (parameter.path("name").asText().equals(name)) {
                    return parameter.path("schema");
                }
            }
            return MissingNode.getInstance();
        }

        boolean mayBeCalledBy(String role) {
            for (JsonNode allowed : declaration.path("x-roles")) {
                if (allowed.asText().equals(role)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        return operations;
    }

    /** @return the schema itself in place of a reference to it */
    JsonNode resolved(JsonNode schema) {
        JsonNode now = schema;
        while (now.has("$ref")) {
            now = document.at(now.path("$ref").asText().substring(1));
        }
        return now;
    }
}
