package io.zhenggai.kit.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.SpansTaken;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One trace from a request through Kafka to the last effect, as a collector would see it. */
@QuarkusTest
@OnRealServers
class EventTraceTest {

    private static final String CALLER = "00f067aa0ba902b7";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    SpansTaken spans;

    @Inject
    AgroalDataSource dataSource;

    private final UUID id = UUID.randomUUID();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void runsFromTheRequestToTheEffectOfTheEffect() {
        call("traced");
        await().atMost(PATIENCE).until(() -> !named("process zhenggai.thing").isEmpty());

        SpanData request = spans.of(trace).stream()
                .filter(span -> span.getKind() == SpanKind.SERVER)
                .findFirst()
                .orElseThrow();
        SpanData sentCall = only("send zhenggai.call");
        SpanData processedCall = only("process zhenggai.call");
        SpanData sentThing = only("send zhenggai.thing");
        SpanData processedThing = only("process zhenggai.thing");
        assertThat(request.getParentSpanId()).isEqualTo(CALLER);
        assertThat(sentCall.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(processedCall.getParentSpanId()).isEqualTo(sentCall.getSpanId());
        assertThat(sentThing.getParentSpanId()).isEqualTo(processedCall.getSpanId());
        assertThat(processedThing.getParentSpanId()).isEqualTo(sentThing.getSpanId());
        assertThat(sentThing.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(processedThing.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(processedThing.getLinks()).isEmpty();
    }

    @Test
    void namesTheEventByTheConventionsForMessaging() {
        call("named");
        await().atMost(PATIENCE).until(() -> !named("process zhenggai.thing").isEmpty());

        SpanData sent = only("send zhenggai.thing");
        SpanData processed = only("process zhenggai.thing");
        for (SpanData span : List.of(sent, processed)) {
            assertThat(text(span, "messaging.system")).isEqualTo("kafka");
            assertThat(text(span, "messaging.destination.name")).isEqualTo("zhenggai.thing");
            assertThat(text(span, "messaging.kafka.message.key")).isEqualTo(id.toString());
            assertThat(text(span, "cloudevents.event_type")).isEqualTo("thing.changed.v1");
            assertThat(span.getInstrumentationScopeInfo().getName()).isEqualTo("io.zhenggai.events");
        }
        assertThat(text(sent, "messaging.operation.type")).isEqualTo("send");
        assertThat(text(processed, "messaging.operation.type")).isEqualTo("process");
        assertThat(text(processed, "messaging.consumer.group.name")).isEqualTo("service-kit");
        assertThat(text(processed, "messaging.destination.partition.id")).matches("[0-5]");
        assertThat(processed.getAttributes().get(AttributeKey.longKey("messaging.kafka.offset")))
                .isNotNegative();
        assertThat(text(processed, "messaging.message.id")).isEqualTo(text(sent, "messaging.message.id"));
    }

    /** Tried with its batch, tried alone, put aside, and replayed by an operator: each is a child of the same sending. */
    @Test
    void goesThroughTheRetryAndTheReplayOfADeadLetter() throws SQLException {
        call("forbidden");
        await().atMost(PATIENCE).until(() -> named("process zhenggai.thing").size() == 2);
        SpanData sent = only("send zhenggai.thing");
        assertThat(named("process zhenggai.thing")).allSatisfy(failed -> {
            assertThat(failed.getParentSpanId()).isEqualTo(sent.getSpanId());
            assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(text(failed, "error.type")).isEqualTo("java.lang.IllegalStateException");
            assertThat(failed.toString()).as("no row of the database").doesNotContain("forbidden", "no_forbidden_name");
        });

        String operation = UUID.randomUUID().toString().replace("-", "");
        replayWithoutTheRule("00-" + operation + "-" + CALLER + "-01");

        await().atMost(PATIENCE).until(() -> named("process zhenggai.thing").size() == 3);
        SpanData replayed = named("process zhenggai.thing").get(2);
        assertThat(replayed.getParentSpanId()).isEqualTo(sent.getSpanId());
        assertThat(replayed.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(replayed.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(operation);
    }

    @Test
    void noSpanHoldsTheQuery() {
        call("zhang-at-offices");
        await().atMost(PATIENCE)
                .until(() -> spans.of(trace).stream().anyMatch(span -> span.getKind() == SpanKind.SERVER));

        assertThat(spans.of(trace)).isNotEmpty().allSatisfy(span -> assertThat(span.toString())
                .doesNotContain("zhang-at-offices"));
    }

    @Test
    void whoWasNotSampledStaysSo() {
        given().header("traceparent", "00-" + trace + "-" + CALLER + "-00")
                .post("/api/v1/calls/" + id + "?name=unseen")
                .then()
                .statusCode(204);

        Tables tables = new Tables(dataSource);
        await().atMost(PATIENCE).until(() -> tables.effects(id).equals(List.of("unseen")));

        assertThat(spans.of(trace)).isEmpty();
    }

    @Test
    void aRefusalNamesTheTraceThatWasTaken() {
        String named = given().get("/api/v1/probes?limit=none")
                .then()
                .statusCode(400)
                .extract()
                .path("traceId");

        await().atMost(PATIENCE).until(() -> !spans.of(named).isEmpty());
        assertThat(spans.of(named)).extracting(SpanData::getKind).contains(SpanKind.SERVER);
    }

    private void call(String name) {
        given().header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .post("/api/v1/calls/" + id + "?name=" + name)
                .then()
                .statusCode(204);
    }

    private void replayWithoutTheRule(String traceparent) throws SQLException {
        String token = Infrastructure.current().token("system:operations");
        int letter = given().auth()
                .oauth2(token)
                .get("/admin/dead-letters?aggregateId=" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        Sql.execute(dataSource, "alter table effect drop constraint no_forbidden_name");
        try {
            given().auth()
                    .oauth2(token)
                    .header("traceparent", traceparent)
                    .contentType(ContentType.JSON)
                    .body(Map.of("reason", "the rule is gone"))
                    .post("/admin/dead-letters/" + letter + "/replays")
                    .then()
                    .statusCode(200)
                    .body("replayed", equalTo(1));
        } finally {
            Sql.execute(
                    dataSource,
                    "alter table effect add constraint no_forbidden_name check (name <> 'forbidden') not valid");
        }
    }

    private SpanData only(String name) {
        assertThat(named(name)).hasSize(1);
        return named(name).get(0);
    }

    private List<SpanData> named(String name) {
        return spans.of(trace).stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static String text(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }
}
