package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static io.zhenggai.gateway.routing.Service.PLAN;
import static io.zhenggai.gateway.routing.Service.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.gateway.testsupport.GatewayTest;
import io.zhenggai.gateway.testsupport.UpstreamServer;
import io.zhenggai.gateway.testsupport.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OutageTest extends GatewayTest {

    @Test
    void aServiceThatIsDownIsSaidToBeDownAndTheOthersGoOn() {
        stand.upstream(PLAN).stop();
        try {
            signedIn()
                    .get("/api/v1/plans")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("type", equalTo(PROBLEMS + "service-unavailable"))
                    .body("title", equalTo("服务暂不可用"))
                    .body("detail", equalTo("整改方案服务暂时无法访问，本次操作没有执行，请稍后重试。"))
                    .time(lessThan(10_000L));
            signedIn().get("/api/v1/issues").then().statusCode(200);
        } finally {
            stand.upstream(PLAN).start();
        }

        signedIn().get("/api/v1/plans").then().statusCode(200);
    }

    @Test
    void aRefusedUploadToAServiceThatIsDownIsAnsweredToo() {
        stand.upstream(ISSUE).stop();
        try {
            signedIn()
                    .header("Content-Type", "text/csv")
                    .body(new byte[2_000_000])
                    .post("/api/v1/issue-imports")
                    .then()
                    .statusCode(503);
        } finally {
            stand.upstream(ISSUE).start();
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUpInTime() {
        CompletableFuture<Void> reset = new CompletableFuture<>();
        stand.upstream(REPORT).answers(request -> request.connection().closeHandler(reset::complete));

        signedIn()
                .body("{}")
                .post("/api/v1/reports")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "service-timed-out"))
                .body("detail", containsString("操作是否生效尚不确定"))
                .time(lessThan(15_000L));

        assertThat(reset).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aServiceThatBreaksOffBeforeItAnswersLeavesTheOutcomeOpen() {
        stand.upstream(ISSUE).answers(request -> request.connection().close());

        signedIn()
                .body("{}")
                .post("/api/v1/issues")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .header("Retry-After", nullValue())
                .body("type", equalTo(PROBLEMS + "service-broke-off"));

        assertThat(stand.upstream(ISSUE).asked()).hasSize(1);
    }

    @Test
    void aReadingWhoseConnectionBreaksOffIsAskedOnceMore() {
        AtomicInteger times = new AtomicInteger();
        stand.upstream(ISSUE).answers(request -> {
            if (times.incrementAndGet() == 1) {
                request.connection().close();
            } else {
                request.response().putHeader("Content-Type", "application/json").end("{}");
            }
        });

        signedIn().get("/api/v1/issues?limit=3").then().statusCode(200);

        assertThat(stand.upstream(ISSUE).asked())
                .extracting(UpstreamServer.Asked::uri)
                .containsExactly("/api/v1/issues?limit=3", "/api/v1/issues?limit=3");
    }

    @Test
    void aReadingIsNotAskedAThirdTime() {
        stand.upstream(ISSUE).answers(request -> request.connection().close());

        signedIn().get("/api/v1/issues").then().statusCode(502).body("type", equalTo(PROBLEMS + "service-broke-off"));

        assertThat(stand.upstream(ISSUE).asked()).hasSize(2);
    }

    @Test
    void aReadingThatIsNotAnsweredTheSecondTimeIsGivenUpInTime() {
        AtomicInteger times = new AtomicInteger();
        stand.upstream(ISSUE).answers(request -> {
            if (times.incrementAndGet() == 1) {
                request.connection().close();
            }
        });

        signedIn()
                .get("/api/v1/issues")
                .then()
                .statusCode(504)
                .body("type", equalTo(PROBLEMS + "service-timed-out"))
                .time(lessThan(15_000L));
    }

    @Test
    void aServiceThatDiesInTheMiddleDoesNotLookLikeSuccess() throws IOException {
        stand.upstream(ISSUE).answers(request -> {
            request.response().setChunked(true).write("[{\"id\":1},");
            request.response().write("{\"id\":2},").onComplete(written -> request.connection()
                    .close());
        });

        try (Wire wire = wire()) {
            String answer =
                    wire.say(head("GET /api/v1/issues HTTP/1.1") + "\r\n").hearToTheEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("transfer-encoding: chunked")
                    .doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void anAnswerShorterThanAnnouncedDoesNotLookLikeSuccess() throws IOException {
        stand.upstream(ISSUE).answers(request -> {
            request.response().putHeader("Content-Length", "100");
            request.response().write("0123456789").onComplete(written -> request.connection()
                    .close());
        });

        try (Wire wire = wire()) {
            String answer =
                    wire.say(head("GET /api/v1/issues HTTP/1.1") + "\r\n").hearToTheEnd();

            assertThat(answer).containsIgnoringCase("content-length: 100").endsWith("0123456789");
        }
    }

    @Test
    void aServiceThatFallsSilentInTheMiddleIsGivenUp() throws IOException {
        stand.upstream(ISSUE)
                .answers(request -> request.response().setChunked(true).write("begun"));

        try (Wire wire = wire()) {
            String answer =
                    wire.say(head("GET /api/v1/issues HTTP/1.1") + "\r\n").hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("begun").doesNotEndWith("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500,text/html,500,internal",
        "500,application/json,500,internal",
        "503,text/html,503,service-unavailable",
        "507,text/plain,507,internal",
        "404,text/html,404,not-found",
        "403,,403,forbidden",
        "415,,415,unsupported-media-type",
        "418,text/plain,418,invalid-request"
    })
    void aRefusalInAnotherFormIsPutIntoOurs(int said, String type, int status, String slug) {
        stand.upstream(ISSUE).answers(request -> {
            if (type != null) {
                request.response().putHeader("Content-Type", type);
            }
            request.response()
                    .setStatusCode(said)
                    .putHeader("X-Secret", "at org.postgresql.Driver")
                    .putHeader("Retry-After", "9")
                    .end("java.lang.NullPointerException at io.zhenggai.issue.Ledger");
        });

        signedIn()
                .get("/api/v1/issues")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Secret", nullValue())
                .header("Retry-After", "9")
                .body("type", equalTo(PROBLEMS + slug))
                .body("status", equalTo(status))
                .body(not(containsString("java")));
    }

    @Test
    void aProblemOfAServiceIsPassedOnUnchanged() {
        String problem =
                "{\"type\":\"" + PROBLEMS + "illegal-transition\",\"status\":409,\"legalMoves\":[\"acknowledge\"]}";
        stand.upstream(ISSUE).answers(request -> request.response()
                .setStatusCode(409)
                .putHeader("Content-Type", "application/problem+json;charset=UTF-8")
                .end(problem));

        String answer = signedIn()
                .get("/api/v1/issues")
                .then()
                .statusCode(409)
                .extract()
                .asString();

        assertThat(answer).isEqualTo(problem);
    }

    @Test
    void aLongRefusalInAnotherFormDoesNotHoldItsConnection() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        stand.upstream(ISSUE).answers(request -> {
            request.connection().closeHandler(closed::complete);
            request.response().setStatusCode(500).setChunked(true).write("x".repeat(10_000));
        });

        signedIn().get("/api/v1/issues").then().statusCode(500).contentType("application/problem+json");

        assertThat(closed).succeedsWithin(Duration.ofSeconds(5));
    }
}
