package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static io.zhenggai.gateway.routing.Service.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.zhenggai.gateway.routing.Service;
import io.zhenggai.gateway.testsupport.GatewayTest;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoutingTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource({"issues,issue-service", "board,plan-service", "figures,report-service", "reminders,notification-service"
    })
    void eachServiceAnswersItsOwnPaths(String segment, String service) {
        signedIn()
                .get("/api/v1/" + segment + "/x?limit=2&cursor=a%2Fb")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("service", equalTo(service))
                .body("uri", equalTo("/api/v1/" + segment + "/x?limit=2&cursor=a%2Fb"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void everyMethodReachesTheService(Method method) {
        signedIn().request(method, "/api/v1/issues/1").then().statusCode(200).body("method", equalTo(method.name()));
    }

    @Test
    void theAnswerToHeadHasTheFieldsAndNoBody() throws IOException {
        stand.upstream(ISSUE).answers(request -> request.response()
                .putHeader("Content-Length", "1234")
                .putHeader("ETag", "\"7.2021-10-19\"")
                .end());

        try (var wire = wire()) {
            String answer = wire.say(head("HEAD /api/v1/issues/1 HTTP/1.1") + "Connection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .containsIgnoringCase("\r\ncontent-length: 1234\r\n")
                    .containsIgnoringCase("\r\netag: \"7.2021-10-19\"\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void anAnswerThatHasNoBodyAnnouncesNone(int status) throws IOException {
        stand.upstream(ISSUE)
                .answers(request -> request.response().setStatusCode(status).end());

        try (var wire = wire()) {
            String answer = wire.say(head("GET /api/v1/issues/1 HTTP/1.1") + "Connection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .doesNotContainIgnoringCase("transfer-encoding")
                    .endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/", "/api/v1/unknown", "/api/v1/Issues", "/api/v1/q/health"})
    void nobodyAnswersElsewhere(String path) {
        signedIn()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Language", "zh-CN")
                .header("Cache-Control", "no-store")
                .body("type", equalTo(PROBLEMS + "not-found"))
                .body("title", equalTo("未找到"))
                .body("status", equalTo(404))
                .body("detail", containsString("没有该接口地址"))
                .body("instance", equalTo(path))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
        assertNobodyWasAsked();
    }

    @Test
    void aRefusalIsInEnglishWhereThatIsAskedFor() {
        signedIn()
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get("/api/v1/unknown")
                .then()
                .statusCode(404)
                .header("Content-Language", "en")
                .header("Vary", containsString("Accept-Language"))
                .body("title", equalTo("Not found"));
    }

    @Test
    void aRefusalToHeadHasNoBody() {
        signedIn().head("/api/v1/unknown").then().statusCode(404).body(equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../internal/clock",
                "/api/v1/%2e%2e/internal/clock",
                "/api/v1/issues/../../../internal/clock",
                "/api/v1/issues/%2e%2e/%2e%2e/%2e%2e/internal/clock",
                "/api/v1/issues/..%2f..%2f..%2finternal/clock",
                "/api/v1/issues/..%5c..%5cinternal",
                "/api/v1//internal/clock",
                "//api/v1/issues",
                "/api//v1/issues",
                "/api/v1/issues/..;/internal",
                "/api/v1/issues/%00"
            })
    void aPathThatMightLeadOutReachesNobody(String target) throws IOException {
        try (var wire = wire()) {
            String answer = wire.say(head("GET " + target + " HTTP/1.1") + "Connection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "invalid-request");
        }
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/clock",
                "/internal/pending",
                "/q/dev-ui",
                "/q/openapi",
                "/q/swagger-ui",
                "/api/v2/issues",
                "/unknown"
            })
    void whatIsNotOpenIsNotFound(String path) {
        signedIn()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "not-found"));
        signedIn().body("x").post(path).then().contentType("application/problem+json");
        assertNobodyWasAsked();
    }

    @Test
    void anAbsoluteTargetIsReadByItsPath() throws IOException {
        try (var wire = wire()) {
            String answer = wire.say(
                            head("GET http://elsewhere.test/api/v1/issues?x=1 HTTP/1.1") + "Connection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"uri\":\"/api/v1/issues?x=1\"");
        }
    }

    @Test
    void encodedChineseReachesTheServiceAsItWasSent() {
        String path = "/api/v1/contacts/department:410100:%E4%BD%8F%E5%BB%BA%E5%B1%80?q=%E6%95%B4%E6%94%B9";

        signedIn().get(path).then().statusCode(200).body("uri", equalTo(path));
    }

    @Test
    void aTransferInTwoFramingsReachesTheServiceAsOneRequest() throws IOException {
        try (var wire = wire()) {
            String answer = wire.say(head("POST /api/v1/issues HTTP/1.1")
                            + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "0\r\n\r\nGET /internal/clock HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 ");
        }
        assertThat(stand.upstream(ISSUE).asked()).extracting("uri").allMatch("/api/v1/issues"::equals);
        assertThat(stand.upstream(PLAN).asked()).isEmpty();
    }

    private void assertNobodyWasAsked() {
        assertThat(Arrays.stream(Service.values()).flatMap(service -> stand.upstream(service).asked().stream()))
                .isEmpty();
    }
}
