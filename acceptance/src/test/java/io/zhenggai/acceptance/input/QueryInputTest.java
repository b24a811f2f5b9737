package io.zhenggai.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.zhenggai.acceptance.contract.Operation;
import io.zhenggai.acceptance.contract.PublishedContract;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reading operation of the contract, asked with parameters that cannot be. */
@ExtendWith(RunningSystem.class)
@Order(41)
class QueryInputTest {

    /** What an operation cannot do without. */
    private static final Map<String, String> REQUIRED =
            Map.of("campaignId", "campaign", "from", "2021-10-20", "to", "2021-10-21");

    private static final List<String> NEVER_A_TEXT = List.of("%00", "%ED%A0%80", "x".repeat(300));

    private static final List<String> NEVER_A_VALUE = Stream.concat(
                    NEVER_A_TEXT.stream(), Stream.of("%27%3B--", "%EF%BF%BF%20x"))
            .toList();

    /** People, units and documents are called whatever others like, and whatever is looked for may be looked for. */
    private static final Set<String> ANY_TEXT = Set.of(
            "person",
            "leadUnit",
            "cooperatingUnit",
            "registeredUnit",
            "responsiblePerson",
            "verifiedBy",
            "documentNumber",
            "itemNumber",
            "q");

    @ParameterizedTest
    @MethodSource("readings")
    void refusesAParameterThatItDoesNotKnow(Operation operation, Stage stage) {
        Response refused = ask(operation, stage, "misspelt=1");

        assertRefused(operation, "misspelt=1", "misspelt", refused);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void refusesPagesThatCannotBe(Operation operation, Stage stage) {
        for (String limit : List.of("0", "201", "-1", "abc", "1.5", "99999999999", "%20", "")) {
            assertRefused(operation, "limit=" + limit, "limit", ask(operation, stage, "limit=" + limit));
        }
        for (String cursor :
                List.of("abc", "%00", "!!!", forged("x"), forged("0\n" + UUID.randomUUID()), "x".repeat(2_500))) {
            assertRefused(operation, "cursor=" + cursor, "cursor", ask(operation, stage, "cursor=" + cursor));
        }
        assertRefused(operation, "total=maybe", "total", ask(operation, stage, "total=maybe"));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void refusesFiltersThatCannotBe(Operation operation, Stage stage) {
        for (JsonNode parameter : operation.declaration().path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")
                    && !List.of("limit", "cursor", "total").contains(name)) {
                for (String value : ANY_TEXT.contains(name) ? NEVER_A_TEXT : NEVER_A_VALUE) {
                    Response refused = ask(operation, stage, name + "=" + value);
                    assertRefused(operation, name + "=" + value, name, refused);
                }
            }
        }
    }

    /** Whatever stands in an address where an id stands: it is simply not there. */
    @ParameterizedTest
    @MethodSource("readingsOfThings")
    void findsNothingUnderWhatIsNoId(Operation operation, Stage stage) {
        for (String id : List.of(
                "1",
                UUID.randomUUID().toString(),
                "00000000-0000-0000-0000-000000000000",
                "ZG2021-410100-9999",
                "%E9%83%91%E5%B7%9E",
                "a'b",
                "%25",
                "x".repeat(200))) {
            Response missing = stage.as(operation.account()).get(operation.pathTo(id));
            assertThat(missing.statusCode())
                    .as("%s with %s: %s", operation, id, missing.asString())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/issues/../plans",
                "/api/v1//issues",
                "/api/v1/issues/%2e%2e",
                "/api/v1/issues/a%2Fb",
                "/api/v1/issues;a=b",
                "/api/v1/issues/%00"
            })
    void refusesAddressesThatCouldMeanTwoThings(String path, Stage stage) throws IOException, InterruptedException {
        // By a client that sends an address as it is: others fold slashes and dots before.
        HttpRequest request = HttpRequest.newBuilder(URI.create(stage.system().gatewayUrl() + path))
                .header("Authorization", "Bearer " + stage.system().token("province"))
                .build();

        HttpResponse<String> refused = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/unknown", "/api/v2/issues", "/api/v1", "/api", "/internal/clock", "/q/openapi"})
    void nothingIsThereThatIsNotPublished(String path, Stage stage) {
        assertThat(stage.as("province").get(path).statusCode()).isEqualTo(404);
    }

    private static void assertRefused(Operation operation, String query, String field, Response refused) {
        assertThat(refused.statusCode())
                .as("%s?%s: %s", operation, query, refused.asString())
                .isEqualTo(400);
        // What is no query at all is refused at the door, before anybody looks at parameters.
        if (refused.path("violations") != null) {
            assertThat(refused.<List<String>>path("violations.field"))
                    .as("%s?%s: %s", operation, query, refused.asString())
                    .anyMatch(named -> named.equals(field) || named.equals(field + "[0]"));
        }
    }

    /** Asks with the parameter, and with those that are required besides. */
    private static Response ask(Operation operation, Stage stage, String query) {
        StringBuilder path = new StringBuilder(
                        operation.pathTo(UUID.randomUUID().toString()))
                .append('?')
                .append(query);
        for (JsonNode parameter : operation.declaration().path("parameters")) {
            String name = parameter.path("name").asText();
            if (REQUIRED.containsKey(name) && !query.startsWith(name + "=")) {
                String value = name.equals("campaignId") ? stage.campaign().id() : REQUIRED.get(name);
                path.append('&').append(name).append('=').append(value);
            }
        }
        return stage.as(operation.account()).get(path.toString());
    }

    private static String forged(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Operation> readings() {
        return PublishedContract.read().operations().stream()
                .filter(operation -> operation.method().equals("GET"));
    }

    private static Stream<Operation> readingsOfThings() {
        return readings().filter(operation -> operation.parameters() == 1);
    }

    private static Stream<Operation> lists() {
        return readings().filter(operation -> StreamSupport.stream(
                        operation.declaration().path("parameters").spliterator(), false)
                .anyMatch(parameter -> parameter.path("name").asText().equals("cursor")));
    }
}
