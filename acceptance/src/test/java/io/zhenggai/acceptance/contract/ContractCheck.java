package io.zhenggai.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds answers against the published contract: the status, the media type and the body are what the operation declares, and a
 * refusal is a problem (RFC 9457) with all its members. What no operation is declared for must be refused.
 */
public final class ContractCheck {

    private static final String PROBLEM = "application/problem+json";
    private static final String TRACEPARENT = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PublishedContract contract;
    private final BodySchemas schemas;

    public ContractCheck(PublishedContract contract) {
        this.contract = contract;
        this.schemas = new BodySchemas(contract);
    }

    /**
     * An answer, by whichever client it was got.
     *
     * @param fields value of a header field by its name, in any case; null where it is absent
     */
    public record Answered(int status, Function<String, @Nullable String> fields, byte[] body) {

        /** @return the value of a field; empty where it is absent */
        String field(String name) {
            return Objects.requireNonNullElse(fields.apply(name), "");
        }

        String mediaType() {
            return field("Content-Type").replaceAll("\\s*;.*", "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + text(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Holds one answer against it.
     *
     * @param path below {@code /api/}, without the query
     * @return the operation that was called; empty when the contract knows none, and the answer is a refusal
     * @throws AssertionError when the answer is not what is declared
     */
    public Optional<Operation> of(String method, String path, Answered answered) {
        int status = answered.status();
        String call = method + " " + path + " → " + status;
        checkFields(call, answered);
        if (status >= 400 && !method.equals("HEAD")) {
            checkProblem(call, answered);
        }
        Optional<Operation> operation = contract.find(method, path);
        if (operation.isPresent()) {
            checkDeclared(call, operation.get(), answered);
        } else {
            assertThat(status).as("%s, which the contract does not know", call).isGreaterThanOrEqualTo(400);
        }
        return operation;
    }

    private void checkDeclared(String call, Operation operation, Answered answered) {
        int status = answered.status();
        assertThat(operation.declares(status))
                .as("%s: %s declares it; the answer was %s", call, operation, answered.text())
                .isTrue();
        if (status == 200 && operation.declares(304)) {
            assertThat(answered.field("ETag")).as("ETag of %s", call).matches("(W/)?\"[^\"]+\"");
        }
        JsonNode content = operation.content(status);
        if (content.isEmpty()) {
            assertThat(status < 300 ? answered.body().length : 0)
                    .as("%s has a body that %s does not declare", call, operation)
                    .isZero();
            return;
        }
        String mediaType = answered.mediaType();
        List<String> declared = new ArrayList<>();
        content.fieldNames().forEachRemaining(type -> declared.add(type.replaceAll("\\s*;.*", "")));
        assertThat(declared).as("%s comes as %s", call, mediaType).containsAnyOf(mediaType, "*/*");
        if (mediaType.endsWith("json")) {
            assertThat(schemas.violations(operation, status, mediaType, answered.json()))
                    .as("%s is not what %s declares: %s", call, operation, answered.text())
                    .isEmpty();
            checkLink(call, answered);
        }
    }

    /** What every answer has, and what belongs to its status. */
    private static void checkFields(String call, Answered answered) {
        assertThat(answered.field("X-Request-Id"))
                .as("X-Request-Id of %s", call)
                .isNotBlank();
        assertThat(answered.field("traceparent")).as("traceparent of %s", call).matches(TRACEPARENT);
        switch (answered.status()) {
            case 201 ->
                assertThat(answered.field("Location"))
                        .as("Location of %s", call)
                        .startsWith("/api/v1/");
            case 401 ->
                assertThat(answered.field("WWW-Authenticate"))
                        .as("challenge of %s", call)
                        .startsWith("Bearer");
            case 405 ->
                assertThat(answered.field("Allow")).as("Allow of %s", call).isNotBlank();
            default -> {
                // Nothing more belongs to it.
            }
        }
    }

    /** A page that another one follows leads to it, and no other answer does. */
    private static void checkLink(String call, Answered answered) {
        String next = answered.json().path("next").asText();
        if (next.isEmpty()) {
            assertThat(answered.field("Link")).as("Link of %s", call).isEmpty();
        } else {
            assertThat(answered.field("Link"))
                    .as("Link of %s", call)
                    .contains("cursor=" + next)
                    .endsWith("; rel=\"next\"");
        }
    }

    private static void checkProblem(String call, Answered answered) {
        assertThat(answered.mediaType()).as("media type of %s", call).isEqualTo(PROBLEM);
        JsonNode problem = answered.json();
        assertThat(problem.path("type").asText()).as("type of %s", call).startsWith("https://zhenggai.io/problems/");
        assertThat(problem.path("title").asText()).as("title of %s", call).isNotBlank();
        assertThat(problem.path("detail").asText()).as("detail of %s", call).isNotBlank();
        assertThat(problem.path("status").asInt()).as("status of %s", call).isEqualTo(answered.status());
        assertThat(problem.path("instance").asText()).as("instance of %s", call).startsWith("/");
        assertThat(problem.path("traceId").asText())
                .as("traceId of %s", call)
                .isEqualTo(answered.field("traceparent").substring(3, 35));
        assertThat(answered.text())
                .as("what %s tells of our inside", call)
                .doesNotContain("io.zhenggai", "java.", "Exception", "select ", "insert into", "org.hibernate");
    }
}
