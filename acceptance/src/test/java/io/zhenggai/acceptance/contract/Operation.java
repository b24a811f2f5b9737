package io.zhenggai.acceptance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of the contract.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param declaration what the contract says of it
 */
public record Operation(String method, String path, JsonNode declaration) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    static Operation of(String method, String path, JsonNode declaration) {
        return new Operation(method.toUpperCase(Locale.ROOT), path, declaration);
    }

    /** What it is called in tests and failures, whatever its parameters are called: {@code GET /api/v1/issues/{}}. */
    public String name() {
        return method + " " + PARAMETER.matcher(path).replaceAll("{}");
    }

    /** @return the operationId; empty where there is none */
    public String id() {
        return declaration.path("operationId").asText();
    }

    /** @return whether it answers with that status, as declared */
    boolean declares(int status) {
        return declaration.path("responses").has(Integer.toString(status));
    }

    /** @return what is declared of the bodies of that status, by media type */
    JsonNode content(int status) {
        return declaration.path("responses").path(Integer.toString(status)).path("content");
    }

    /** @return what is declared of the body of its request, by media type */
    JsonNode requestContent() {
        return declaration.at("/requestBody/content");
    }

    /** @return the header fields that it reads */
    public List<String> headers() {
        return StreamSupport.stream(declaration.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("header"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** @return whether it says that the parameter must be there */
    boolean requires(String name) {
        return StreamSupport.stream(declaration.path("parameters").spliterator(), false)
                .anyMatch(parameter -> parameter.path("name").asText().equals(name)
                        && parameter.path("required").asBoolean());
    }

    /** Calls it without a body on things that are not there. */
    public Response onNothing(RequestSpecification as) {
        Iterator<String> mediaTypes = requestContent().fieldNames();
        return as.contentType(mediaTypes.hasNext() ? mediaTypes.next() : "application/json")
                .request(method, pathTo(UUID.randomUUID().toString()));
    }

    /** @return its path with that in the place of each parameter, and of one that may be a few words only the first of them */
    public String pathTo(String value) {
        return PARAMETER
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(
                        words(found.group()).findFirst().orElse(value)));
    }

    /** The words that a parameter in braces may be; none where it may be anything. */
    private Stream<String> words(String parameter) {
        return StreamSupport.stream(declaration.path("parameters").spliterator(), false)
                .filter(declared -> ("{" + declared.path("name").asText() + "}").equals(parameter))
                .flatMap(declared -> StreamSupport.stream(
                        declared.path("schema").path("enum").spliterator(), false))
                .map(JsonNode::asText);
    }

    /** @return an account that may call it: the province where that may */
    public String account() {
        List<String> roles = StreamSupport.stream(declaration.path("x-roles").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        String role = roles.contains("province") ? "province" : roles.get(0);
        return switch (role) {
            case "system" -> "system:statistics";
            case "member-unit" -> "member-unit:省自然资源厅";
            case "office" -> "office:410300";
            default -> role;
        };
    }

    /** @return the scope that a machine client needs besides; empty where no machine client calls it, or any may */
    public String machineScope() {
        return declaration.path("x-machine-scope").asText();
    }

    boolean matches(String requestMethod, String requestPath) {
        return method.equals(requestMethod)
                && Pattern.matches("\\Q" + PARAMETER.matcher(path).replaceAll("\\\\E[^/]+\\\\Q") + "\\E", requestPath);
    }

    /** @return how many parameters its path has that name things */
    public int parameters() {
        return (int) PARAMETER
                .matcher(path)
                .results()
                .filter(found -> words(found.group()).findAny().isEmpty())
                .count();
    }

    @Override
    public String toString() {
        return name();
    }
}
