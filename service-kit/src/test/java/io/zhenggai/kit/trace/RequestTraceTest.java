package io.zhenggai.kit.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class RequestTraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void anAnswerTellsTheTraceOfItsCaller() {
        given().header("traceparent", TRACEPARENT)
                .header("X-Request-Id", "counter-7")
                .get("/api/v1/numbers")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "counter-7")
                .header("traceparent", TRACEPARENT);
    }

    @Test
    void whoTakesNoTracesIsNotToldThatTheyAreTaken() {
        String notTaken = "00-" + TRACE + "-00f067aa0ba902b7-00";

        given().header("traceparent", notTaken).get("/api/v1/numbers").then().header("traceparent", notTaken);
    }

    @Test
    void whoSendsNoGoodIdsIsGivenSome() {
        Response answer = given().header("traceparent", "nonsense")
                .header("X-Request-Id", "forged id")
                .get("/api/v1/numbers");

        String traceId = answer.header("X-Request-Id");
        assertThat(traceId).matches("[0-9a-f]{32}");
        assertThat(answer.header("traceparent")).matches("00-" + traceId + "-[0-9a-f]{16}-01");
    }

    @Test
    void soDoesARefusal() {
        given().header("traceparent", TRACEPARENT)
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("traceparent", matchesPattern("00-" + TRACE + "-.*"))
                .body("traceId", equalTo(TRACE));
    }

    @Test
    void theLinesOfTheLogNameTheRequestThatTheyComeOf() {
        Lines lines = new Lines();
        Logger root = Logger.getLogger("");
        root.addHandler(lines);
        try {
            given().header("traceparent", TRACEPARENT)
                    .header("X-Request-Id", "counter-7")
                    .get("/api/v1/probes/broken-promise")
                    .then()
                    .statusCode(500);
        } finally {
            root.removeHandler(lines);
        }

        assertThat(lines.of("a request failed")).containsExactly("counter-7 " + TRACE);
    }

    /** What was logged, with the request that each line names. */
    private static final class Lines extends Handler {

        private record Line(String text, String request) {}

        private final List<Line> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(new Line(line.getMessage(), ExtLogRecord.wrap(line).getMdc(RequestTrace.LOG_KEY)));
        }

        List<String> of(String text) {
            return lines.stream()
                    .filter(line -> text.equals(line.text()))
                    .map(Line::request)
                    .toList();
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
