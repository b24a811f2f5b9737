package io.zhenggai.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds each answer against the published contract: its status, its media type and its body are what the operation declares,
 * and a refusal is a problem (RFC 9457) with all its members. What no operation is declared for must be refused.
 */
public final class ContractFilter implements Filter {

    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PublishedContract contract;
    private final BodySchemas schemas;

    public ContractFilter(PublishedContract contract) {
        this.contract = contract;
        this.schemas = new BodySchemas(contract);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request,
            FilterableResponseSpecification specification,
            FilterContext context) {
        Response response = context.next(request, specification);
        String path = URI.create(request.getURI()).getRawPath();
        if (path.startsWith("/api/")) {
            check(request.getMethod(), path, response);
        }
        return response;
    }

    private void check(String method, String path, Response response) {
        int status = response.statusCode();
        String call = method + " " + path + " → " + status;
        if (status >= 400 && !method.equals("HEAD")) {
            checkProblem(call, response);
        }
        Optional<Operation> operation = contract.find(method, path);
        if (operation.isEmpty()) {
            assertThat(status).as("%s, which the contract does not know", call).isGreaterThanOrEqualTo(400);
            return;
        }
        assertThat(operation.get().declares(status))
                .as("%s: %s declares it; the answer was %s", call, operation.get(), response.asString())
                .isTrue();
        byte[] body = response.asByteArray();
        JsonNode content = operation.get().content(status);
        if (content.isEmpty()) {
            assertThat(status < 300 ? body.length : 0)
                    .as("%s has a body that %s does not declare", call, operation.get())
                    .isZero();
            return;
        }
        String mediaType = mediaType(response);
        List<String> declared = new ArrayList<>();
        content.fieldNames().forEachRemaining(type -> declared.add(type.replaceAll("\\s*;.*", "")));
        assertThat(declared).as("%s comes as %s", call, mediaType).containsAnyOf(mediaType, "*/*");
        if (mediaType.endsWith("json")) {
            assertThat(schemas.violations(operation.get(), status, mediaType, json(response)))
                    .as("%s is not what %s declares: %s", call, operation.get(), response.asString())
                    .isEmpty();
        }
    }

    private static void checkProblem(String call, Response response) {
        assertThat(mediaType(response)).as("media type of %s", call).isEqualTo(PROBLEM);
        JsonNode problem = json(response);
        assertThat(problem.path("type").asText()).as("type of %s", call).startsWith("https://zhenggai.io/problems/");
        assertThat(problem.path("title").asText()).as("title of %s", call).isNotBlank();
        assertThat(problem.path("detail").asText()).as("detail of %s", call).isNotBlank();
        assertThat(problem.path("status").asInt()).as("status of %s", call).isEqualTo(response.statusCode());
        assertThat(problem.path("instance").asText()).as("instance of %s", call).startsWith("/");
        assertThat(problem.path("traceId").asText()).as("traceId of %s", call).isNotBlank();
        assertThat(response.asString())
                .as("what %s tells of our inside", call)
                .doesNotContain("io.zhenggai", "java.", "Exception", "select ", "insert into", "org.hibernate");
    }

    private static String mediaType(Response response) {
        return Optional.ofNullable(response.contentType()).orElse("").replaceAll("\\s*;.*", "");
    }

    private static JsonNode json(Response response) {
        try {
            return MAPPER.readTree(response.asByteArray());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + response.asString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
