package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenggai.gateway.routing.Service;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The components that published operations use, directly or through other components. */
final class ComponentParts {

    private static final String PREFIX = "#/components/";

    private record Reference(Service from, String to) {}

    private final Map<String, NamedParts> kinds = new TreeMap<>();
    private final Set<Reference> followed = new HashSet<>();

    /**
     * Adds what a part of the document refers to, by {@code $ref} or by the mapping of a discriminator.
     *
     * @throws ContractException when a reference leads out of the document's components or to nothing there, or when another
     *     service has given the same name to something else
     */
    void addAllUsedBy(JsonNode part, Service service, ObjectNode document) {
        JsonNode reference = part.path("$ref");
        if (reference.isTextual() && !reference.asText().startsWith(PREFIX)) {
            throw nowhere(service, reference.asText());
        }
        if (part.isTextual() && part.asText().startsWith(PREFIX)) {
            follow(part.asText(), service, document);
        }
        part.forEach(member -> addAllUsedBy(member, service, document));
    }

    private void follow(String reference, Service service, ObjectNode document) {
        if (!followed.add(new Reference(service, reference))) {
            return;
        }
        JsonNode component = document.at(JsonPointer.compile(reference.substring(1)));
        String[] kindAndName = reference.substring(PREFIX.length()).split("/");
        if (component.isMissingNode() || kindAndName.length != 2) {
            throw nowhere(service, reference);
        }
        kinds.computeIfAbsent(kindAndName[0], kind -> new NamedParts(kind + " component"))
                .add(kindAndName[1], service, component);
        // Also where an equal one is there already: what it refers to in this document may be another thing.
        addAllUsedBy(component, service, document);
    }

    private static ContractException nowhere(Service service, String reference) {
        return new ContractException(
                service.id() + " refers to " + reference + ", which is no component of its document");
    }

    /** Puts them beside the components that are there already. */
    void addTo(ObjectNode contract) {
        ObjectNode components = contract.withObject("/components");
        kinds.forEach((kind, parts) -> components.set(kind, parts.asObject()));
    }
}
