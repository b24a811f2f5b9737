package io.zhenggai.kit.openapi;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The named schemas that requests or answers of a document lead to, directly or by others. */
final class SchemasInUse {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> found = new LinkedHashSet<>();

    private SchemasInUse(OpenAPI document) {
        this.schemas = Optional.ofNullable(document.getComponents())
                .map(components -> components.getSchemas())
                .orElse(Map.of());
    }

    static Set<String> ofRequests(OpenAPI document) {
        return of(document, operation -> Stream.ofNullable(operation.getRequestBody())
                .map(RequestBody::getContent));
    }

    static Set<String> ofAnswers(OpenAPI document) {
        return of(document, operation -> operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent));
    }

    private static Set<String> of(OpenAPI document, Function<Operation, Stream<Content>> contents) {
        SchemasInUse inUse = new SchemasInUse(document);
        Stream.ofNullable(document.getPaths())
                .flatMap(paths -> paths.getPathItems().values().stream())
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(contents)
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(inUse::follow);
        return inUse.found;
    }

    private void follow(Schema schema) {
        if (schema == null) {
            return;
        }
        String reference = Objects.requireNonNullElse(schema.getRef(), "");
        if (reference.startsWith(PREFIX) && found.add(reference.substring(PREFIX.length()))) {
            follow(schemas.get(reference.substring(PREFIX.length())));
        }
        follow(schema.getItems());
        follow(schema.getAdditionalPropertiesSchema());
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(this::follow);
        Stream.ofNullable(schema.getProperties())
                .flatMap(properties -> properties.values().stream())
                .forEach(this::follow);
    }
}
