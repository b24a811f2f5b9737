package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static io.zhenggai.gateway.routing.Service.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.gateway.testsupport.GatewayTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LimitsTest extends GatewayTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void aBodyOfExactlyTheLimitPasses() {
        signedIn()
                .contentType("application/json")
                .body(new byte[MIB])
                .post("/api/v1/issues")
                .then()
                .statusCode(200);

        assertThat(stand.upstream(ISSUE).bodyBytes()).isEqualTo(MIB);
    }

    @Test
    void oneByteMoreIsRefusedBeforeTheServiceSeesAnything() {
        signedIn()
                .contentType("application/json")
                .body(new byte[MIB + 1])
                .post("/api/v1/issues")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "too-large"))
                .body("detail", equalTo("此处的请求内容不得超过 1 MiB。"));

        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/csv;charset=GB18030,/api/v1/issue-imports", "application/pdf,/api/v1/issues/1/evidence"})
    void filesMayBeLargerWhereFilesAreTaken(String type, String path) {
        signedIn()
                .header("Content-Type", type)
                .body(new byte[3 * MIB])
                .post(path)
                .then()
                .statusCode(200);

        assertThat(stand.upstream(ISSUE).bodyBytes()).isEqualTo(3L * MIB);
    }

    @Test
    void aPieceOfEvidenceHasABoundOfItsOwn() throws IOException {
        try (var wire = wire()) {
            String answer = wire.say(head("POST /api/v1/issues/1/evidence HTTP/1.1")
                            + "Content-Type: text/csv\r\nContent-Length: 52428801\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("50 MiB");
        }
        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }

    @Test
    void filesAreOrdinaryBodiesElsewhere() {
        signedIn()
                .header("Content-Type", "text/csv")
                .body(new byte[3 * MIB])
                .post("/api/v1/board")
                .then()
                .statusCode(413);

        assertThat(stand.upstream(PLAN).asked()).isEmpty();
    }

    @Test
    void anAnnouncementOverTheUploadLimitIsEnough() throws IOException {
        try (var wire = wire()) {
            String answer = wire.say(head("POST /api/v1/issue-imports HTTP/1.1")
                            + "Content-Type: text/csv\r\nContent-Length: 67108865\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("64 MiB");
        }
        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }

    @Test
    void aBodyOfUnknownLengthIsCutOffAtTheLimit() throws IOException {
        try (var wire = wire()) {
            wire.say(head("POST /api/v1/issues HTTP/1.1")
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int sent = 0; sent < MIB; sent += 0x10000) {
                wire.say(chunk);
            }
            wire.say("1\r\nx\r\n");

            assertThat(wire.hearToTheEnd())
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .contains("too-large");
        }
        assertThat(stand.upstream(ISSUE).bodyBytes()).isLessThanOrEqualTo(MIB);
    }

    @Test
    void whoAsksFirstIsToldToContinueOnlyWhenLetIn() throws IOException {
        try (var wire = wire()) {
            wire.say(head("POST /api/v1/issues HTTP/1.1") + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(wire.hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");

            wire.say("12345");
            assertThat(wire.hearUntil("issue-service")).startsWith("HTTP/1.1 200 ");
        }
        assertThat(stand.upstream(ISSUE).onlyAsked().values("Expect")).isEmpty();

        try (var wire = wire()) {
            wire.say(head("POST /api/v1/issues HTTP/1.1") + "Expect: 100-continue\r\nContent-Length: 1048577\r\n\r\n");
            assertThat(wire.hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"4000,200", "4001,414"})
    void anAddressHasABound(int length, int status) throws IOException {
        String target = "/api/v1/issues?q=";
        try (var wire = wire()) {
            String answer = wire.say(head("GET " + target + "x".repeat(length - target.length()) + " HTTP/1.1")
                            + "Connection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
            assertThat(answer.contains(PROBLEMS + "uri-too-long")).isEqualTo(status == 414);
        }
    }

    @Test
    void headersTogetherHaveABound() throws IOException {
        try (var wire = wire()) {
            StringBuilder fields = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                fields.append("X-Filler-")
                        .append(i)
                        .append(": ")
                        .append("x".repeat(400))
                        .append("\r\n");
            }
            String answer = wire.say(head("GET /api/v1/issues HTTP/1.1") + fields + "Connection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 431 ").contains(PROBLEMS + "headers-too-large");
        }
        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/issues HTTP/1.1,400",
        "GET /api/v1/issues HTTP/1.0,505",
    })
    void aHostMustBeNamedFromHttp11On(String requestLine, int status) throws IOException {
        try (var wire = wire()) {
            String answer =
                    wire.say(requestLine + "\r\nConnection: close\r\n\r\n").hearToTheEnd();

            assertThat(answer).contains(" " + status + " ").contains("application/problem+json");
        }
    }

    @Test
    void twoHostsAreNone() throws IOException {
        try (var wire = wire()) {
            String answer = wire.say(
                            head("GET /api/v1/issues HTTP/1.1") + "Host: other.test\r\nConnection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("invalid-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "xchunked", "identity", "chunked\r\nTransfer-Encoding: chunked"})
    void bodiesInOtherCodingsAreRefused(String coding) throws IOException {
        try (var wire = wire()) {
            String answer = wire.say(head("POST /api/v1/issues HTTP/1.1") + "Connection: close\r\nTransfer-Encoding: "
                            + coding + "\r\n\r\n0\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("invalid-request");
        }
        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TRACE", "PROPFIND", "BREW"})
    void methodsThatNobodyUsesAreRefused(String method) throws IOException {
        try (var wire = wire()) {
            String answer = wire.say(head(method + " /api/v1/issues HTTP/1.1") + "Connection: close\r\n\r\n")
                    .hearToTheEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 405 ")
                    .containsIgnoringCase("\r\nallow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n")
                    .contains("method-not-allowed");
        }
        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }
}
