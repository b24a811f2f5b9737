package io.zhenggai.kit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class HostileRequestTest {

    private static final String NUMBERS = "/api/v1/numbers";

    @TestHTTPResource
    URL address;

    @Test
    void theLinkToTheNextPageLeadsThere() {
        Response first =
                given().urlEncodingEnabled(false).get(NUMBERS + "?limit=2&region=%E9%83%91%26%7Bx%7D%0D%0AEvil:%201");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Evil")).isNull();
        String link = first.header("Link");
        assertThat(link).matches("</api/v1/numbers\\?[!-~]*>; rel=\"next\"");
        given().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of(3, 4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?region={x}",
                "?region=%zz",
                "?region=%",
                "?region=a|b",
                "?region=\u90d1",
                "?%00=1",
                "?=1",
                "?&&",
                "/%zz"
            })
    void anyAddressIsSurvived(String query) throws IOException {
        assertThat(raw("GET " + NUMBERS + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 (200|400|404) .*");
    }

    @Test
    void whoAcceptsNothingButProblemsIsGivenWhatThereIs() {
        given().accept("application/problem+json")
                .get(NUMBERS)
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @ParameterizedTest
    @CsvSource({"x", "AAAA", "'',"})
    void aCursorThatIsNoneIsRefused(String cursor) {
        given().get(NUMBERS + "?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void aForgedCursorIsRefused() {
        String forged = new Cursor(List.of("1; drop table effect"), "numbers null").encoded();

        given().get(NUMBERS + "?cursor=" + forged)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void whereANewThingIsReadIsSaidFromTheRootOfTheHost() {
        given().post(NUMBERS).then().statusCode(201).header("Location", equalTo("/api/v1/numbers/1"));
    }

    @Test
    void whatIsNoRefusalIsLeftAsItIs() {
        given().redirects()
                .follow(false)
                .get(NUMBERS + "/moved")
                .then()
                .statusCode(303)
                .body(equalTo(""));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/probes, text/plain, application/json, 415",
        "POST, /api/v1/probes, application/json, text/html, 406",
        "DELETE, /api/v1/probes, application/json, application/json, 405",
        "GET, /api/v1/nothing, application/json, application/json, 404",
        "POST, /api/v1/probes, nonsense, application/json, 415",
        "POST, /api/v1/probes, application/json;charset=nonsense, application/json, 400",
        "POST, /api/v1/probes, application/json, nonsense, 406"
    })
    void theFrameworksRefusalsAreProblemsToo(String method, String path, String type, String accept, int status)
            throws IOException {
        String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nAccept: " + accept + "\r\nContent-Length: 3\r\n\r\n{a}");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer)
                .contains("\"status\":" + status, "\"detail\":\"")
                .doesNotContain("Exception")
                .doesNotContain("java.");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/api/v1/probes,'GET, HEAD, OPTIONS, POST'",
        "PUT,/api/v1/numbers,'GET, HEAD, OPTIONS, POST'",
        "PUT,/api/v1/probes/4bf92f35-77b3-4da6-a3ce-929d0e0e4736,'GET, HEAD, OPTIONS'",
    })
    void whatIsAllowedInPlaceOfAMethodIsNamed(String method, String path, String allowed) {
        given().request(method, path).then().statusCode(405).header("Allow", allowed);
    }

    @Test
    void aBodyWithoutItsTypeIsRefused() throws IOException {
        String answer =
                raw("POST /api/v1/probes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).matches("(?s)HTTP/1.1 (415|200) .*");
    }

    @Test
    void thousandsOfBrokenRulesAreCutShort() {
        String parts = "{\"region\":\"x\"},".repeat(5_000);
        given().contentType(ContentType.JSON)
                .body("{\"parts\": [" + parts.substring(0, parts.length() - 1) + "]}")
                .post("/api/v1/probes")
                .then()
                .statusCode(400)
                .body("violations", hasSize(100))
                .body("violations[99].field", equalTo("parts[99].region"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "evil\" or more",
                ""
            })
    void aTraceThatIsNoneIsReplaced(String traceparent) {
        given().header("traceparent", traceparent)
                .get(NUMBERS + "?limit=0")
                .then()
                .statusCode(400)
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("traceId", not(anyOf(is("0".repeat(32)), is("4bf92f3577b34da6a3ce929d0e0e4736"))));
    }

    @Test
    void aTraceIsCarriedOn() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get(NUMBERS + "?limit=0")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"now\": null}",
                "",
                "null",
                "{\"now\": \"x\"}",
                "{\"now\": \"+1000000000-12-31T23:59:59Z\"}"
            })
    void theClockTakesOnlyMoments(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .put("/internal/clock")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
