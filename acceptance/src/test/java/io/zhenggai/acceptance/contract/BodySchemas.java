package io.zhenggai.acceptance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The declared form of each body: OpenAPI 3.1 writes it as JSON Schema 2020-12. It is read more strictly than a client must
 * read it: what is not declared must not be there, for nobody would know of it. Only problems may say more (RFC 9457).
 */
final class BodySchemas {

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final JsonNode components;

    BodySchemas(PublishedContract contract) {
        this.components = closed(contract.document().path("components"));
    }

    /** A copy in which every object that names its properties has no others. */
    private static JsonNode closed(JsonNode node) {
        JsonNode copy = node.deepCopy();
        close(copy);
        ((ObjectNode) copy.at("/schemas/Problem")).remove("additionalProperties");
        return copy;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("type").asText().equals("object")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(BodySchemas::close);
    }

    /** @return how the body of an answer differs from what is declared for it; empty when it does not */
    List<String> violations(Operation operation, int status, String mediaType, JsonNode body) {
        return violations(
                operation.name() + " " + status + " " + mediaType,
                operation.content(status).path(mediaType),
                body);
    }

    /** @return how the body of a request differs from what is declared for it; empty when it does not */
    List<String> violations(Operation operation, String mediaType, JsonNode body) {
        return violations(
                operation.name() + " " + mediaType, operation.requestContent().path(mediaType), body);
    }

    private List<String> violations(String name, JsonNode content, JsonNode body) {
        JsonNode schema = content.path("schema");
        if (schema.isMissingNode()) {
            return List.of();
        }
        return compiled.computeIfAbsent(name, key -> compile(schema)).validate(body).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    /** The schema beside the components that it refers to, so that its references lead somewhere. */
    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", components);
        return factory.getSchema(whole, config);
    }
}
