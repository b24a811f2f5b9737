package io.zhenggai.kit.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Gives each operation of the OpenAPI document an example of its request and of its answer, from
 * {@code META-INF/examples/<operationId>.json} on the class path: {@code {"request": …, "response": …}}, either of which may be missing.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExamplesFilter implements OASFilter {

    private static final String DIRECTORY = "META-INF/examples/";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Operation filterOperation(Operation operation) {
        examples(operation.getOperationId()).ifPresent(examples -> {
            if (examples.request() != null && operation.getRequestBody() != null) {
                add(operation.getRequestBody().getContent(), examples.request());
            }
            if (examples.response() != null) {
                operation.getResponses().getAPIResponses().forEach((status, response) -> {
                    if (status.startsWith("2")) {
                        add(response.getContent(), examples.response());
                    }
                });
            }
        });
        return operation;
    }

    /** Of an answer that comes as JSON or as a file, an example in JSON shows the one. */
    private static void add(Content content, Object example) {
        Optional.ofNullable(content).ifPresent(bodies -> bodies.getMediaTypes().forEach((type, body) -> {
            if (example instanceof String || type.endsWith("json")) {
                body.setExample(example);
            }
        }));
    }

    private static Optional<Examples> examples(String operationId) {
        String name = DIRECTORY + operationId + ".json";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(Examples.of(MAPPER.readValue(in, Map.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
