package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.gateway.testsupport.GatewayTest;
import io.zhenggai.gateway.testsupport.UpstreamServer.Asked;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeadersTest extends GatewayTest {

    @Test
    void whatConcernsOneConnectionIsNotPassedToTheService() throws IOException {
        try (var wire = wire()) {
            wire.say(head("GET /api/v1/issues HTTP/1.1") + """
                    Connection: close, X-Private\r
                    X-Private: 1\r
                    Keep-Alive: timeout=5\r
                    Proxy-Authorization: Basic x\r
                    TE: trailers\r
                    Upgrade: websocket\r
                    If-None-Match: "7.2021-10-19"\r
                    Idempotency-Key: k\r
                    \r
                    """).hearUntil("issue-service");
        }

        Asked asked = stand.upstream(ISSUE).onlyAsked();
        assertThat(asked.values("X-Private")).isEmpty();
        assertThat(asked.values("Keep-Alive")).isEmpty();
        assertThat(asked.values("Proxy-Authorization")).isEmpty();
        assertThat(asked.values("TE")).isEmpty();
        assertThat(asked.values("Upgrade")).isEmpty();
        assertThat(asked.values("If-None-Match")).containsExactly("\"7.2021-10-19\"");
        assertThat(asked.values("Idempotency-Key")).containsExactly("k");
        assertThat(asked.values("Via")).containsExactly("1.1 zhenggai-gateway");
    }

    @Test
    void whatConcernsOneConnectionIsNotPassedToTheCaller() {
        stand.upstream(ISSUE).answers(request -> request.response()
                .putHeader("Connection", "X-Private")
                .putHeader("X-Private", "1")
                .putHeader("Keep-Alive", "timeout=5")
                .putHeader("Proxy-Authenticate", "Basic")
                .putHeader("Upgrade", "h2c")
                .putHeader("Server", "secret/1.0")
                .putHeader("ETag", "\"7.2021-10-19\"")
                .end("{}"));

        signedIn()
                .get("/api/v1/issues")
                .then()
                .statusCode(200)
                .header("X-Private", nullValue())
                .header("Keep-Alive", nullValue())
                .header("Proxy-Authenticate", nullValue())
                .header("Upgrade", nullValue())
                .header("Server", nullValue())
                .header("ETag", "\"7.2021-10-19\"");
    }

    @Test
    void onlyWeSayWhereARequestCameFrom() {
        signedIn()
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.test")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Real-IP", "1.2.3.4")
                .get("/api/v1/issues")
                .then()
                .statusCode(200);

        Asked asked = stand.upstream(ISSUE).onlyAsked();
        assertThat(asked.values("Forwarded")).isEmpty();
        assertThat(asked.values("X-Forwarded-Prefix")).isEmpty();
        assertThat(asked.values("X-Real-IP")).isEmpty();
        assertThat(asked.values("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(asked.values("X-Forwarded-Proto")).containsExactly("http");
        assertThat(asked.values("X-Forwarded-Host")).containsExactly(gateway.getAuthority());
    }

    @Test
    void idsOfTheCallerArePassedOnAndAnswered() {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        signedIn()
                .header("X-Request-Id", "counter-7")
                .header("traceparent", traceparent)
                .header("tracestate", "a=b")
                .get("/api/v1/issues")
                .then()
                .header("X-Request-Id", "counter-7")
                .header("traceparent", traceparent);

        Asked asked = stand.upstream(ISSUE).onlyAsked();
        assertThat(asked.values("X-Request-Id")).containsExactly("counter-7");
        assertThat(asked.values("traceparent")).containsExactly(traceparent);
        assertThat(asked.values("tracestate")).containsExactly("a=b");
    }

    @Test
    void idsThatAreMissingOrMalformedAreDrawn() {
        String answered = signedIn()
                .header("X-Request-Id", "forged id")
                .header("traceparent", "nonsense")
                .header("tracestate", "a=b")
                .get("/api/v1/issues")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"))
                .extract()
                .header("X-Request-Id");

        Asked asked = stand.upstream(ISSUE).onlyAsked();
        assertThat(asked.values("X-Request-Id")).containsExactly(answered);
        assertThat(asked.values("traceparent")).singleElement().asString().startsWith("00-" + answered + "-");
        assertThat(asked.values("tracestate")).isEmpty();
    }

    @Test
    void aRefusalCarriesTheSameIds() {
        signedIn()
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/api/v1/unknown")
                .then()
                .header("X-Request-Id", "4bf92f3577b34da6a3ce929d0e0e4736")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void linksOfTheServiceLeadToTheGateway() {
        String own = stand.upstream(ISSUE).url();
        stand.upstream(ISSUE).answers(request -> request.response()
                .setStatusCode(201)
                .putHeader("Location", own + "/api/v1/issues/7")
                .putHeader("Link", "<" + own + "/api/v1/issues?cursor=x>; rel=\"next\"")
                .end("{}"));

        signedIn()
                .body("{}")
                .post("/api/v1/issues")
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/issues/7")
                .header("Link", "</api/v1/issues?cursor=x>; rel=\"next\"");
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() {
        signedIn()
                .get("/api/v1/issues")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Access-Control-Allow-Origin", not("*"));
    }
}
