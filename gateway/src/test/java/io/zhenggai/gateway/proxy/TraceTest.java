package io.zhenggai.gateway.proxy;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.zhenggai.gateway.testsupport.GatewayTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where traces are taken: the gateway's spans lie between the caller's and the service's. */
@QuarkusTest
@TestProfile(TraceTest.Taken.class)
class TraceTest extends GatewayTest {

    private static final String CALLER = "00f067aa0ba902b7";

    @Inject
    InMemorySpanExporter exporter;

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    public static class Taken implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.exporter.otlp.enabled", "false",
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }
    }

    /** Keeps in memory what would go to a collector. */
    @Singleton
    static class Exporter {
        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }

    @Test
    void theServiceGoesOnFromTheCallOfTheGateway() {
        signedIn()
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .header("tracestate", "a=b")
                .get("/api/v1/issues")
                .then()
                .statusCode(200)
                .header("X-Request-Id", trace);

        await().until(() ->
                spans(SpanKind.SERVER).size() == 1 && spans(SpanKind.CLIENT).size() == 1);
        SpanData entered = spans(SpanKind.SERVER).get(0);
        SpanData asked = spans(SpanKind.CLIENT).get(0);
        assertThat(entered.getParentSpanId()).isEqualTo(CALLER);
        assertThat(asked.getParentSpanId()).isEqualTo(entered.getSpanId());
        assertThat(stand.upstream(ISSUE).onlyAsked().values("traceparent"))
                .containsExactly("00-" + trace + "-" + asked.getSpanId() + "-01");
        assertThat(stand.upstream(ISSUE).onlyAsked().values("tracestate")).containsExactly("a=b");
    }

    @Test
    void noSpanHoldsTheQuery() {
        signedIn()
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .get("/api/v1/dispatches?recipient=zhang@offices.example")
                .then()
                .statusCode(200);

        await().until(() ->
                spans(SpanKind.SERVER).size() == 1 && spans(SpanKind.CLIENT).size() == 1);
        assertThat(spans(SpanKind.SERVER).get(0).toString()
                        + spans(SpanKind.CLIENT).get(0))
                .contains("/api/v1/dispatches")
                .doesNotContain("offices.example");
    }

    @Test
    void aRefusalNamesTheTraceThatWasTaken() {
        String named = signedIn()
                .header("traceparent", "nonsense")
                .get("/api/v1/unknown")
                .then()
                .statusCode(404)
                .extract()
                .path("traceId");

        await().until(() -> exporter.getFinishedSpanItems().stream()
                .anyMatch(span -> span.getTraceId().equals(named)));
        signedIn()
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .get("/api/v1/unknown")
                .then()
                .header("X-Request-Id", trace)
                .body("traceId", equalTo(trace));
    }

    private List<SpanData> spans(SpanKind kind) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace) && span.getKind() == kind)
                .toList();
    }
}
