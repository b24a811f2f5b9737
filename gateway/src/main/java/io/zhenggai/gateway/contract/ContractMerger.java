package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenggai.gateway.routing.RequestPath;
import io.zhenggai.gateway.routing.Route;
import io.zhenggai.gateway.routing.RoutingTable;
import io.zhenggai.gateway.routing.Service;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes one contract of the services' OpenAPI documents: of each its paths under {@code /api/v1} and the tags and components
 * that these use. Equal documents give equal contracts, in whatever order they come.
 */
public final class ContractMerger {

    private static final String API = "/api/v1/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final RoutingTable routes;

    /** @param routes which service may publish which path */
    public ContractMerger(RoutingTable routes) {
        this.routes = routes;
    }

    /**
     * @param documents the document of each service, JSON or YAML
     * @return the contract, as YAML
     * @throws ContractException when two services publish one path or one operation, but for those that every service answers alike,
     *     or one tag or component that are not equal; when a service publishes a path that the gateway routes elsewhere or nowhere, or
     *     when a reference leads nowhere
     */
    public String merge(Map<Service, String> documents) {
        Map<Service, ObjectNode> trees = new TreeMap<>();
        documents.forEach((service, text) -> trees.put(service, Tree.read(text)));
        return Tree.yaml(merged(trees));
    }

    private ObjectNode merged(Map<Service, ObjectNode> documents) {
        NamedParts paths = new NamedParts("path");
        NamedParts operations = new NamedParts("operation");
        NamedParts tags = new NamedParts("tag");
        ComponentParts components = new ComponentParts();
        documents.forEach((service, document) -> {
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                if (path.getKey().startsWith(API)) {
                    JsonNode published = withoutSecurity(path.getValue());
                    if (RoutingTable.isEveryServices(firstSegment(path.getKey()))) {
                        paths.add(path.getKey(), service, published);
                        addOperations(service, path.getKey(), published, operations::add);
                    } else {
                        requireRouted(service, path.getKey());
                        paths.addOnce(path.getKey(), service, published);
                        addOperations(service, path.getKey(), published, operations::addOnce);
                    }
                    addTags(tags, service, published, document);
                    components.addAllUsedBy(published, service, document);
                }
            }
        });
        ObjectNode contract = ContractFrame.contract();
        contract.set("paths", paths.asObject());
        if (!tags.isEmpty()) {
            contract.set("tags", tags.asArray());
        }
        components.addTo(contract);
        ContractRefusals.addTo(contract);
        return ContractOrder.sorted(contract);
    }

    private void requireRouted(Service service, String path) {
        // Parameters are no segments that a caller sends; the table looks at the first segment only.
        Optional<Service> routed = RequestPath.parse(API + firstSegment(path))
                .flatMap(routes::find)
                .map(Route::service);
        if (routed.isEmpty() || routed.get() != service) {
            throw new ContractException(service.id() + " publishes " + path + ", which the gateway routes to "
                    + routed.map(Service::id).orElse("nobody"));
        }
    }

    private static String firstSegment(String path) {
        return path.substring(API.length()).split("/", 2)[0];
    }

    /** Who may come in is said once, by the gateway, for all. */
    private static JsonNode withoutSecurity(JsonNode path) {
        JsonNode copy = path.deepCopy();
        for (Map.Entry<String, JsonNode> member : copy.properties()) {
            if (METHODS.contains(member.getKey()) && member.getValue() instanceof ObjectNode operation) {
                operation.remove("security");
            }
        }
        return copy;
    }

    private static void addOperations(Service service, String path, JsonNode published, Adding operations) {
        for (Map.Entry<String, JsonNode> member : published.properties()) {
            JsonNode id = member.getValue().path("operationId");
            if (METHODS.contains(member.getKey()) && id.isTextual()) {
                operations.add(id.asText(), service, JsonNodeFactory.instance.textNode(member.getKey() + " " + path));
            }
        }
    }

    private static void addTags(NamedParts tags, Service service, JsonNode published, ObjectNode document) {
        for (JsonNode operation : published) {
            for (JsonNode used : operation.path("tags")) {
                for (JsonNode declared : document.path("tags")) {
                    if (declared.path("name").equals(used)) {
                        tags.add(used.asText(), service, declared);
                    }
                }
            }
        }
    }

    /** One of the two ways of {@link NamedParts}: once only, or again where it is equal. */
    private interface Adding {
        void add(String name, Service from, JsonNode content);
    }
}
