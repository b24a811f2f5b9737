package io.zhenggai.acceptance.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what is wrong with an answer, whatever was asked. */
final class Judge {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> MEMBERS = List.of("type", "title", "status", "detail", "instance", "traceId");
    private static final List<String> INSIDE = List.of(
            "io.zhenggai.", "java.lang", "org.hibernate", "com.fasterxml", "PSQLException", "at io.", "insert into");

    private Judge() {}

    /** @return what is wrong; empty when it is an answer that the contract knows */
    static Optional<String> wrong(Shot shot, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return Optional.of("answered " + status + ": " + answer.body());
        }
        if (!shot.operation().declares(status)) {
            return Optional.of("answered " + status + ", which the contract does not declare: " + answer.body());
        }
        return status < 400 ? Optional.empty() : wrongProblem(answer);
    }

    private static Optional<String> wrongProblem(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        if (!type.startsWith("application/problem+json")) {
            return Optional.of("refused by " + answer.statusCode() + " as " + type + ": " + answer.body());
        }
        JsonNode problem = json(answer.body());
        return Stream.concat(
                        MEMBERS.stream()
                                .filter(member -> problem.path(member).asText().isBlank())
                                .map(member -> "a refusal without " + member),
                        INSIDE.stream()
                                .filter(answer.body()::contains)
                                .map(word -> "a refusal that tells of our inside: " + word))
                .map(wrong -> wrong + ": " + answer.body())
                .findFirst();
    }

    /** @return an empty object for what is no JSON */
    static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        }
    }
}
