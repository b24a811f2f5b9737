package io.zhenggai.kit.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.event.outbox.OutboxUnavailableException;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner tells again, from the operator's door to the consumer's effect. */
@QuarkusTest
@OnRealServers
class RepublishTest {

    private static final String OPERATOR = "system:operations";
    private static final Instant NOON = Instant.parse("2021-10-20T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void nothingIsOwned() {
        Sql.execute(dataSource, "delete from stock");
        Sql.execute(dataSource, "delete from stock_copy");
    }

    @Test
    void whoLostItsRowGetsItBack() {
        UUID id = ids(1).get(0);
        changed(id, 1, "old");
        changed(id, 2, "now");
        await().atMost(PATIENCE).until(() -> copyOf(id).equals("2 now"));
        Sql.execute(dataSource, "delete from stock_copy");

        republish(Map.of()).statusCode(200).body("published", equalTo(1)).body("next", nullValue());

        await().atMost(PATIENCE).until(() -> copyOf(id).equals("2 now"));
        assertThat(number("select version from consumed_version where aggregate_id = '" + id + "'"))
                .isEqualTo(2);
        changed(id, 3, "later");
        await().atMost(PATIENCE).until(() -> copyOf(id).equals("3 later"));
    }

    @Test
    void aRangeIsGoneThroughInPiecesInTheOrderOfIds() {
        List<UUID> ids = ids(7);
        ids.forEach(id -> owned(id, 4));

        republish(Map.of("limit", 3))
                .body("published", equalTo(3))
                .body("next", equalTo(ids.get(3).toString()));
        await().atMost(PATIENCE).until(() -> copies() == 3);
        republish(Map.of("from", ids.get(3), "to", ids.get(5), "limit", 3))
                .body("published", equalTo(3))
                .body("next", nullValue());
        await().atMost(PATIENCE).until(() -> copies() == 6);

        assertThat(copyOf(ids.get(5))).startsWith("4 ");
        assertThat(copyOf(ids.get(6))).isEmpty();
    }

    /** More than one transaction takes; the first bit of an id is no sign. */
    @Test
    void allOfItIsReachedByGoingOnWhereTheAnswerSays() {
        Sql.execute(
                dataSource, "insert into stock select gen_random_uuid(), 1, 'n' || n from generate_series(1, 2300) n");
        Sql.execute(dataSource, "insert into stock values ('ffffffff-ffff-ffff-ffff-ffffffffffff', 1, 'last')");
        List<Integer> published = new ArrayList<>();
        Map<String, Object> asked = new HashMap<>();

        do {
            var answer = republish(asked).statusCode(200).extract().jsonPath();
            published.add(answer.getInt("published"));
            asked.put("from", answer.getString("next"));
        } while (asked.get("from") != null);

        assertThat(published).containsExactly(1_000, 1_000, 301);
        await().atMost(PATIENCE).until(() -> copies() == 2_301);
        assertThat(number("select count(*) from stock join stock_copy using (id, name)"))
                .isEqualTo(2_301);
    }

    @Test
    void aSnapshotThatIsOlderThanWhatWasSeenHasNoEffect() {
        UUID id = ids(1).get(0);
        changed(id, 1, "one");
        changed(id, 2, "two");
        await().atMost(PATIENCE).until(() -> copyOf(id).equals("2 two"));
        double gaps = metric("zhenggai_events_gaps_total{aggregateType=\"stock\"}");
        double repeated = metric("zhenggai_events_repeated_total{aggregateType=\"stock\"}");

        snapshot("stock", id, 1, "one again");
        snapshot("stock", id, 9, "far ahead");

        await().atMost(PATIENCE).until(() -> copyOf(id).equals("9 far ahead"));
        assertThat(metric("zhenggai_events_repeated_total{aggregateType=\"stock\"}"))
                .isEqualTo(repeated + 1);
        assertThat(metric("zhenggai_events_gaps_total{aggregateType=\"stock\"}"))
                .isEqualTo(gaps);
    }

    @Test
    void aReactionHasItsEffectOnceForEachVersion() {
        Tables tables = new Tables(dataSource);
        UUID thing = UUID.randomUUID();
        append("thing", thing, 1, "thing.changed.v1", "done");
        snapshot("thing", thing, 1, "never done again");
        snapshot("thing", thing, 2, "done once");
        snapshot("thing", thing, 2, "nor this");
        append("thing", thing, 3, "thing.changed.v1", "next");

        await().atMost(PATIENCE).until(() -> tables.effects(thing).contains("next"));

        assertThat(tables.effects(thing)).containsExactly("done", "done once", "next");
    }

    @Test
    void waitsBehindADeadLetterAsAnyEventDoes() {
        Tables tables = new Tables(dataSource);
        UUID thing = UUID.randomUUID();
        append("thing", thing, 1, "thing.changed.v1", "forbidden");
        await().atMost(PATIENCE).until(() -> tables.deadLetters(thing).size() == 1);

        snapshot("thing", thing, 2, "behind it");

        await().atMost(PATIENCE).until(() -> tables.deadLetters(thing).size() == 2);
        assertThat(tables.effects(thing)).isEmpty();
    }

    @Test
    void waitsInTheOutboxBesideTheEventOfItsVersionAndOnce() {
        UUID id = UUID.randomUUID();

        QuarkusTransaction.begin();
        outbox.append(List.of(event("stock", id, 5, "stock.changed.v1", "five")));
        outbox.appendSnapshots(List.of(event("stock", id, 5, "stock.snapshot.v1", "five")));
        outbox.appendSnapshots(List.of(event("stock", id, 5, "stock.snapshot.v1", "five")));

        assertThat(waiting(id)).containsExactly("stock.changed.v1", "stock.snapshot.v1");
        assertThatThrownBy(() -> outbox.append(List.of(event("stock", id, 5, "stock.counted.v1", "five"))))
                .isInstanceOf(OutboxUnavailableException.class)
                .hasStackTraceContaining("outbox_version");
        QuarkusTransaction.rollback();
    }

    /** The row is locked by whoever changes it: what is told again is told as it is afterwards, and behind it. */
    @Test
    void awaitsAChangeThatIsUnderWayAndTellsItsOutcome() throws Exception {
        UUID id = ids(1).get(0);
        changed(id, 1, "before");
        CompletableFuture<Integer> republished;
        QuarkusTransaction.begin();
        Sql.execute(dataSource, "update stock set event_version = 2, name = 'after' where id = '" + id + "'");
        outbox.append(List.of(event("stock", id, 2, "stock.changed.v1", "after")));
        republished = CompletableFuture.supplyAsync(
                () -> republish(Map.of()).extract().path("published"));
        await().atMost(PATIENCE)
                .until(() -> number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like '%from stock where%for share'")
                        == 1);
        QuarkusTransaction.commit();

        assertThat(republished.get()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> copyOf(id).equals("2 after"));
    }

    @Test
    void anEmptyRangeIsNoFailureAndNoDeed() {
        int before = operations().size();

        republish(Map.of()).statusCode(200).body("published", equalTo(0)).body("next", nullValue());

        assertThat(operations()).hasSize(before);
    }

    @Test
    void staysOnRecordWithItsReason() {
        List<UUID> ids = ids(3);
        ids.forEach(id -> owned(id, 1));
        republish(Map.of("limit", 2)).statusCode(200);

        List<Map<String, Object>> all = operations();

        assertThat(all.get(all.size() - 1))
                .containsEntry("name", "系统运维")
                .containsEntry("reason", "a table was lost")
                .containsEntry("aggregateType", "stock")
                .containsEntry("type", "stock.snapshot.v1")
                .containsEntry("aggregateId", ids.get(0).toString())
                .containsEntry("lastAggregateId", ids.get(1).toString())
                .containsEntry("aggregates", 2);
    }

    @Test
    void refusesATypeThatIsAnothersAndARangeThatEndsBeforeItBegins() {
        List<UUID> ids = ids(2);

        republish(Map.of("aggregateType", "issue"))
                .statusCode(422)
                .body("violations[0].field", equalTo("aggregateType"))
                .body("violations[0].message", containsString("stock"));
        republish(Map.of("from", ids.get(1), "to", ids.get(0)))
                .statusCode(422)
                .body("violations[0].field", equalTo("from"));
        republish(Map.of("from", "ffffffff-0000-0000-0000-000000000000", "to", "00000000-0000-0000-0000-000000000001"))
                .statusCode(422);
        republish(Map.of("from", ids.get(0), "to", ids.get(0))).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\": 0}",
                "{\"limit\": 1001}",
                "{\"from\": \"1\"}",
                "{\"reason\": \" \"}",
                "{\"aggregateType\": null}",
                "{\"agregateType\": \"stock\"}"
            })
    void refusesWhatIsNotOfItsForm(String wrong) {
        String body = "{\"aggregateType\": \"stock\", \"reason\": \"why\", " + wrong.substring(1);
        if (wrong.contains("\"reason\"")) {
            body = "{\"aggregateType\": \"stock\", " + wrong.substring(1);
        } else if (wrong.contains("\"aggregateType\"")) {
            body = "{\"reason\": \"why\", " + wrong.substring(1);
        }

        as(OPERATOR).body(body).post("/admin/republish").then().statusCode(400);
    }

    @Test
    void isForOperatorsOnly() {
        Map<String, Object> body = Map.of("aggregateType", "stock", "reason", "why");

        given().contentType(ContentType.JSON)
                .body(body)
                .post("/admin/republish")
                .then()
                .statusCode(401);
        as("province").body(body).post("/admin/republish").then().statusCode(403);
        as("system:complaints").body(body).post("/admin/republish").then().statusCode(403);
    }

    private ValidatableResponse republish(Map<String, ?> asked) {
        Map<String, Object> body = new HashMap<>(Map.of("aggregateType", "stock", "reason", "a table was lost"));
        body.putAll(asked);
        return as(OPERATOR).body(body).post("/admin/republish").then();
    }

    private void changed(UUID id, long version, String name) {
        QuarkusTransaction.requiringNew().run(() -> {
            Sql.execute(
                    dataSource,
                    "insert into stock values ('%s', %d, '%s') on conflict (id) do update set event_version = %d, name = '%s'"
                            .formatted(id, version, name, version, name));
            outbox.append(List.of(event("stock", id, version, "stock.changed.v1", name)));
        });
    }

    /** As if its events had been sent long ago, and this consumer had never read them. */
    private void owned(UUID id, long version) {
        Sql.execute(dataSource, "insert into stock values ('%s', %d, 'some')".formatted(id, version));
    }

    private void snapshot(String aggregateType, UUID id, long version, String name) {
        // One that still waits would not be appended again.
        await().atMost(PATIENCE).until(() -> waiting(id).isEmpty());
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendSnapshots(
                        List.of(event(aggregateType, id, version, SnapshotType.of(aggregateType), name))));
    }

    private void append(String aggregateType, UUID id, long version, String type, String name) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(event(aggregateType, id, version, type, name))));
    }

    private static NewEvent event(String aggregateType, UUID id, long version, String type, String name) {
        return new NewEvent(aggregateType, id, version, type, NOON, EventData.of(new ThingHandler.Thing(name)));
    }

    private static List<UUID> ids(int count) {
        return Stream.generate(UUID::randomUUID)
                .limit(count)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    private String copyOf(UUID id) {
        List<String> found =
                Sql.texts(dataSource, "select version || ' ' || name from stock_copy where id = '" + id + "'");
        return found.isEmpty() ? "" : found.get(0);
    }

    private long copies() {
        return number("select count(*) from stock_copy");
    }

    private List<String> waiting(UUID id) {
        return Sql.texts(dataSource, "select type from outbox where aggregate_id = '" + id + "' order by id");
    }

    private static List<Map<String, Object>> operations() {
        List<Map<String, Object>> all = as(OPERATOR)
                .get("/admin/event-operations?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return all.stream().filter(one -> one.get("action").equals("REPUBLISH")).toList();
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private long number(String sql) {
        return Long.parseLong(Sql.texts(dataSource, sql).get(0));
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(Infrastructure.current().token(account)).contentType(ContentType.JSON);
    }
}
