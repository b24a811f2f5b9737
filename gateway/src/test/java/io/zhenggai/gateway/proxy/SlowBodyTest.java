package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import io.zhenggai.gateway.testsupport.GatewayTest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Here 1 KiB must come in each two and a half seconds. */
@QuarkusTest
class SlowBodyTest extends GatewayTest {

    private static final Duration DRIP = Duration.ofMillis(300);

    @Test
    void aBodyThatDripsIsGivenUp() throws IOException {
        try (var wire = wire()) {
            wire.say(head("POST /api/v1/issues HTTP/1.1")
                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
            for (int drop = 0; drop < 7; drop++) {
                wire.say(" ");
                LockSupport.parkNanos(DRIP.toNanos());
            }

            assertThat(wire.hearToTheEnd())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .contains(PROBLEMS + "request-too-slow", "请求内容传输过慢");
        }
    }

    @Test
    void aBodyThatNeverBeginsIsGivenUp() throws IOException {
        try (var wire = wire()) {
            wire.say(head("POST /api/v1/issues HTTP/1.1")
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");

            assertThat(wire.hearToTheEnd()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aBodyThatComesSteadilyMayTakeManyWindows() throws IOException {
        try (var wire = wire()) {
            String part = " ".repeat(512);
            int parts = 20;
            wire.say(head("POST /api/v1/issues HTTP/1.1") + "Content-Type: application/json\r\nContent-Length: "
                    + part.length() * parts + "\r\nConnection: close\r\n\r\n");
            for (int sent = 0; sent < parts; sent++) {
                wire.say(part);
                LockSupport.parkNanos(DRIP.toNanos());
            }

            assertThat(wire.hearToTheEnd()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void whatIsStillToComeWhenTheAnswerIsThereHoldsNoConnection() throws IOException {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        stand.upstream(ISSUE).answers(request -> {
            request.connection().closeHandler(closed::complete);
            request.response()
                    .setStatusCode(415)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{}");
        });
        try (var wire = wire()) {
            wire.say(head("POST /api/v1/issues HTTP/1.1")
                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n ");

            assertThat(wire.hearToTheEnd())
                    .startsWith("HTTP/1.1 415 ")
                    .containsIgnoringCase("\r\nconnection: close\r\n");
        }
        assertThat(closed).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void nobodyIsTooSlowForAServiceThatDoesNotRead() throws IOException {
        stand.upstream(ISSUE).answers(HttpServerRequest::pause);
        try (var wire = wire()) {
            wire.say(head("POST /api/v1/issue-imports HTTP/1.1")
                    + "Content-Type: text/csv\r\nContent-Length: 67108864\r\n\r\n");
            wire.keepSaying(" ".repeat(1 << 16));

            assertThat(wire.hearToTheEnd()).startsWith("HTTP/1.1 502 ");
        }
    }
}
