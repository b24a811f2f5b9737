package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static io.zhenggai.gateway.routing.Service.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.zhenggai.gateway.testsupport.GatewayTest;
import io.zhenggai.gateway.testsupport.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamingTest extends GatewayTest {

    private static final int PART = 64 * 1024;
    private static final long LARGE = 256L * 1024 * 1024;

    /** A connection that the test before has ended is found out by a reading, which is repeated; an upload would be refused. */
    @BeforeEach
    void forgetBrokenConnections() {
        signedIn().get("/api/v1/issues").then().statusCode(200);
        stand.upstream(ISSUE).reset();
    }

    @Test
    void aLargeAnswerPassesWholeAndInOrder() throws IOException, InterruptedException {
        stand.upstream(REPORT).answers(request -> {
            HttpServerResponse response = request.response().putHeader("Content-Length", Long.toString(LARGE));
            writeOn(response, new AtomicLong(), LARGE);
        });

        try (InputStream answer = open("/api/v1/reports/export")) {
            byte[] buffer = new byte[PART];
            long read = 0;
            for (int n = answer.read(buffer); n >= 0; n = answer.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] != (byte) ((read + i) / PART)) {
                        throw new AssertionError("wrong byte at " + (read + i));
                    }
                }
                read += n;
            }
            assertThat(read).isEqualTo(LARGE);
        }
    }

    @Test
    void aSlowReaderSlowsTheServiceInsteadOfFillingTheGateway() throws IOException, InterruptedException {
        AtomicLong written = new AtomicLong();
        stand.upstream(REPORT).answers(request -> writeOn(request.response().setChunked(true), written, LARGE));

        try (InputStream answer = open("/api/v1/reports/export")) {
            assertThat(answer.read()).isZero();
            long before;
            do {
                before = written.get();
                // The pace of the reader: long enough that whoever could still write would have written.
                CompletableFuture.runAsync(
                                () -> {},
                                CompletableFuture.delayedExecutor(300, java.util.concurrent.TimeUnit.MILLISECONDS))
                        .join();
            } while (written.get() != before);

            assertThat(written.get()).isLessThan(LARGE / 4);
        }
    }

    @Test
    void theFirstPartArrivesBeforeTheLastIsWritten() throws IOException, InterruptedException {
        CompletableFuture<HttpServerResponse> open = new CompletableFuture<>();
        stand.upstream(ISSUE).answers(request -> {
            request.response().setChunked(true).write("first");
            open.complete(request.response());
        });

        try (InputStream answer = open("/api/v1/issues/changes")) {
            assertThat(answer.readNBytes(5)).asString().isEqualTo("first");
            open.join().end("last");
            assertThat(answer.readAllBytes()).asString().isEqualTo("last");
        }
    }

    @Test
    void theServiceSeesTheFirstPartOfAnUploadBeforeTheLastIsSent() throws IOException {
        CompletableFuture<Buffer> first = new CompletableFuture<>();
        stand.upstream(ISSUE).answers(request -> {
            request.handler(first::complete);
            request.endHandler(end -> request.response().end("done"));
        });

        try (Wire wire = wire()) {
            wire.say(head("POST /api/v1/issue-imports HTTP/1.1")
                    + "Content-Type: text/csv\r\nContent-Length: 10\r\n\r\n12345");
            assertThat(first).succeedsWithin(Duration.ofSeconds(5)).hasToString("12345");

            assertThat(wire.say("67890").hearUntil("done")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aCallerThatLeavesInTheMiddleOfAnAnswerEndsTheServicesWork() throws IOException {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        stand.upstream(REPORT).answers(request -> {
            request.connection().closeHandler(closed::complete);
            writeOn(request.response().setChunked(true), new AtomicLong(), Long.MAX_VALUE);
        });

        try (Wire wire = wire()) {
            wire.say(head("GET /api/v1/reports/export HTTP/1.1") + "\r\n").hearUntil("\r\n\r\n");
        }

        assertThat(closed).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aCallerThatLeavesInTheMiddleOfAnUploadEndsTheServicesWork() throws IOException {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        stand.upstream(ISSUE).answers(request -> {
            request.connection().closeHandler(closed::complete);
            request.handler(part -> begun.complete(null));
        });

        try (Wire wire = wire()) {
            wire.say(head("POST /api/v1/issue-imports HTTP/1.1")
                    + "Content-Type: text/csv\r\nContent-Length: 1000\r\n\r\n123");
            assertThat(begun).succeedsWithin(Duration.ofSeconds(5));
        }

        assertThat(closed).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aCallerThatLeavesBeforeTheAnswerEndsTheServicesWork() throws IOException {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        stand.upstream(ISSUE).answers(request -> {
            request.connection().closeHandler(closed::complete);
            asked.complete(null);
        });

        try (Wire wire = wire()) {
            wire.say(head("GET /api/v1/issues HTTP/1.1") + "\r\n");
            assertThat(asked).succeedsWithin(Duration.ofSeconds(5));
        }

        assertThat(closed).succeedsWithin(Duration.ofSeconds(1));
    }

    @Test
    void aSlowUploadIsNoSlowService() throws IOException {
        try (Wire wire = wire()) {
            wire.say(head("POST /api/v1/issues HTTP/1.1") + "Content-Length: 4\r\n\r\n1");
            // Longer in all than the answer time-out of the stand, each pause shorter than the idle time-out.
            for (String part : new String[] {"2", "3", "4"}) {
                assertThat(wire.isSilentFor(600)).isTrue();
                wire.say(part);
            }

            assertThat(wire.hearUntil("issue-service")).startsWith("HTTP/1.1 200 ");
        }
    }

    /** Part n is made of the byte n, so that order shows. */
    private static void writeOn(HttpServerResponse response, AtomicLong written, long total) {
        while (!response.closed() && written.get() < total) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> writeOn(response, written, total));
                return;
            }
            byte[] part = new byte[PART];
            java.util.Arrays.fill(part, (byte) (written.get() / PART));
            response.write(Buffer.buffer(part));
            written.addAndGet(PART);
        }
        if (!response.closed()) {
            response.end();
        }
    }

    private InputStream open(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + stand.token())
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofInputStream())
                .body();
    }
}
