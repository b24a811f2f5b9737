package io.zhenggai.acceptance.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds events against the contract. It is read more strictly than a consumer must read it: what is not declared must not be
 * there, for nobody would know of it, and it might be what must not be told.
 */
final class EventSchemas {

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, Compiled> byType = new HashMap<>();

    private record Compiled(String topic, JsonSchema headers, JsonSchema payload) {}

    EventSchemas(EventContract contract) {
        JsonNode components = contract.components().deepCopy();
        close(components.path("schemas"));
        contract.messages()
                .forEach((type, message) -> byType.put(
                        type,
                        new Compiled(
                                message.topic(),
                                compile(message.declaration().path("headers"), components),
                                compile(message.declaration().path("payload"), components))));
    }

    /** Every object that names its properties has no others; what only narrows another schema says no type. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("type").asText().equals("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(EventSchemas::close);
    }

    /** The schema beside the components that it refers to, so that its references lead somewhere. */
    private JsonSchema compile(JsonNode schema, JsonNode components) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", components);
        return factory.getSchema(whole, config);
    }

    /** @return how the event differs from what the contract says of its type; empty when it does not */
    List<String> violations(SentEvent event) {
        Compiled declared = byType.get(event.type());
        if (declared == null) {
            return List.of("the contract knows no " + event.type());
        }
        List<String> violations = new ArrayList<>();
        if (!declared.topic().equals(event.topic())) {
            violations.add("topic: " + event.topic() + " instead of " + declared.topic());
        }
        add(violations, "headers", declared.headers().validate(event.headers()));
        add(violations, "data", declared.payload().validate(event.data()));
        if (!event.key().equals(event.subject())
                || !event.key().equals(event.data().at("/state/id").asText())) {
            violations.add("key, ce_subject and state.id are not one id");
        }
        return violations;
    }

    private static void add(List<String> violations, String part, Set<ValidationMessage> messages) {
        messages.forEach(message -> violations.add(part + " " + message));
    }
}
