package io.zhenggai.kit.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.ContentDigest;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators do with events that cannot go their way, by the doors that they use. */
@QuarkusTest
@OnRealServers
class EventOperationsTest {

    private static final String OPERATOR = "system:operations";
    private static final Instant NOON = Instant.parse("2021-10-20T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource dataSource;

    private final UUID thing = UUID.randomUUID();
    private Tables tables;

    @BeforeEach
    void lookIntoTheTables() {
        tables = new Tables(dataSource);
    }

    @Test
    void aParkedEventIsTriedAgainAndParkedAgainWhereNothingChanged() throws Exception {
        long id = parkOne();

        operate("/admin/parked-events/" + id + "/retries", "the broker takes more now")
                .statusCode(204);

        await().atMost(PATIENCE).until(() -> operations("RETRY_PARKED").size() == 1);
        await().atMost(PATIENCE).until(() -> tables.parked(thing).size() == 1);
        assertThat(tables.effects(thing)).isEmpty();
    }

    @Test
    void aDiscardedEventLetsTheLaterOnesGoAndStaysOnRecord() throws Exception {
        long id = parkOne();

        operate("/admin/parked-events/" + id + "/discards", "never to be read by anybody")
                .statusCode(204);

        await().atMost(PATIENCE).until(() -> tables.effects(thing).equals(List.of("behind it")));
        assertThat(tables.parked(thing)).isEmpty();
        Map<String, Object> record = operations("DISCARD_PARKED").get(0);
        assertThat(record)
                .containsEntry("name", "系统运维")
                .containsEntry("reason", "never to be read by anybody")
                .containsEntry("aggregateType", "thing")
                .containsEntry("type", "thing.changed.v1")
                .containsEntry("aggregateVersion", 1);
        assertThat(bytesOnRecord(record)).isEqualTo(2 * 1024 * 1024);
        assertThat(Sql.texts(dataSource, """
                select concat_ws(' ', sequence, action, city, entry::json ->> 'reason', entry::json -> 'changes' -> 'data' ->> 'to')
                from history_entry where aggregate_type = 'event-operation' and entry like '%""" + thing + "%'"))
                .containsExactly("1 DISCARD_PARKED 410000 never to be read by anybody "
                        + ContentDigest.of(new byte[2 * 1024 * 1024]));
        operate("/admin/parked-events/" + id + "/discards", "a second click").statusCode(404);
        operate("/admin/parked-events/" + id + "/retries", "a second click").statusCode(404);
    }

    @Test
    void lettersAreReplayedInOrderOnceTheirReasonIsGone() throws Exception {
        bury("forbidden", "second", "third");
        List<Integer> ids = letters();

        operate("/admin/dead-letters/" + ids.get(1) + "/replays", "out of order")
                .statusCode(409)
                .body("detail", containsString(String.valueOf(ids.get(0))));
        operate("/admin/dead-letters/" + ids.get(0) + "/replays", "too early")
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("open", equalTo(3))
                .body("obstacle", containsString("no_forbidden_name"));
        assertThat(tables.effects(thing)).isEmpty();

        Sql.execute(dataSource, "alter table effect drop constraint no_forbidden_name");
        try {
            operate("/admin/dead-letters/" + ids.get(0) + "/replays", "the rule is gone")
                    .statusCode(200)
                    .body("replayed", equalTo(3))
                    .body("open", equalTo(0));
        } finally {
            Sql.execute(dataSource, "delete from effect where name = 'forbidden' and aggregate_id <> '" + thing + "'");
            Sql.execute(
                    dataSource,
                    "alter table effect add constraint no_forbidden_name check (name <> 'forbidden') not valid");
        }

        append(4, "fourth");
        await().atMost(PATIENCE).until(() -> tables.effects(thing).size() == 4);
        assertThat(tables.effects(thing)).containsExactly("forbidden", "second", "third", "fourth");
        assertThat(letters()).isEmpty();
        assertThat(operations("REPLAY_LETTER")).hasSize(3);
        operate("/admin/dead-letters/" + ids.get(0) + "/replays", "a second click")
                .statusCode(404);
    }

    @Test
    void aDiscardedLetterNeverHasItsEffectAndTheNextOnesDo() throws Exception {
        bury("forbidden", "second");
        List<Integer> ids = letters();

        operate("/admin/dead-letters/" + ids.get(0) + "/discards", "sent by mistake")
                .statusCode(204);
        assertThat(tables.effects(thing)).isEmpty();
        operate("/admin/dead-letters/" + ids.get(1) + "/replays", "the first one is settled")
                .statusCode(200)
                .body("replayed", equalTo(1))
                .body("open", equalTo(0));
        append(3, "third");

        await().atMost(PATIENCE).until(() -> tables.effects(thing).equals(List.of("second", "third")));
        assertThat(bytesOnRecord(operations("DISCARD_LETTER").get(0))).isPositive();
        operate("/admin/dead-letters/" + ids.get(0) + "/discards", "a second click")
                .statusCode(404);
    }

    @Test
    void whatComesWhileLettersAreReplayedHasItsEffectInOrder() throws Exception {
        bury(IntStream.rangeClosed(1, 30)
                .mapToObj(version -> version == 1 ? "forbidden" : "n" + version)
                .toArray(String[]::new));
        int first = letters().get(0);
        operate("/admin/dead-letters/" + first + "/discards", "sent by mistake").statusCode(204);
        int second = letters().get(0);

        Thread more =
                new Thread(() -> IntStream.rangeClosed(31, 60).forEach(version -> append(version, "n" + version)));
        more.start();
        operate("/admin/dead-letters/" + second + "/replays", "while others arrive")
                .statusCode(200);
        more.join();
        await().atMost(PATIENCE).until(() -> tables.waiting(thing).isEmpty());
        await().atMost(PATIENCE).until(() -> {
            List<Integer> left = letters();
            if (!left.isEmpty()) {
                operate("/admin/dead-letters/" + left.get(0) + "/replays", "those that came meanwhile");
            }
            return tables.effects(thing).size() == 59;
        });

        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(2, 60).forEach(version -> expected.add("n" + version));
        assertThat(tables.effects(thing)).isEqualTo(expected);
        assertThat(letters()).isEmpty();
    }

    @Test
    void oneLetterIsReadWithItsBodyAndHeaders() {
        bury("forbidden");

        as(OPERATOR)
                .get("/admin/dead-letters/" + letters().get(0))
                .then()
                .statusCode(200)
                .body("aggregateId", equalTo(thing.toString()))
                .body("headers", containsString("ce_type: thing.changed.v1"))
                .body("data", containsString("forbidden"))
                .body("reason", containsString("no_forbidden_name"));
        as(OPERATOR).get("/admin/dead-letters/999999999").then().statusCode(404);
    }

    @Test
    void listsGoOnBehindTheirCursor() {
        bury("forbidden", "second", "third");

        JsonPath first = as(OPERATOR)
                .get("/admin/dead-letters?limit=2&aggregateId=" + thing)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .jsonPath();
        as(OPERATOR)
                .get("/admin/dead-letters?limit=2&aggregateId=" + thing + "&cursor=" + first.getString("next"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/parked-events", "/admin/dead-letters", "/admin/dead-letters/1", "/admin/event-operations"
            })
    void nobodyLooksWithoutTheScope(String path) {
        for (String account : List.of("province", "office:410100", "auditor", "system:complaints")) {
            as(account).get(path).then().statusCode(403);
        }
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/parked-events/1/retries",
                "/admin/parked-events/1/discards",
                "/admin/dead-letters/1/replays",
                "/admin/dead-letters/1/discards"
            })
    void nobodyOperatesWithoutTheScopeOrAReason(String path) {
        for (String account : List.of("province", "system:complaints")) {
            as(account).body(Map.of("reason", "no")).post(path).then().statusCode(403);
        }
        for (String reason : List.of("", " ", "x".repeat(501))) {
            operate(path, reason).statusCode(400).body("violations[0].field", equalTo("reason"));
        }
    }

    private long parkOne() throws SQLException {
        insertRaw(new byte[2 * 1024 * 1024]);
        append(2, "behind it");
        await().atMost(PATIENCE).until(() -> tables.parked(thing).size() == 1);
        List<Map<String, Object>> parked = as(OPERATOR)
                .get("/admin/parked-events?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        Map<String, Object> ours = parked.stream()
                .filter(event -> event.get("aggregateId").equals(thing.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(ours).containsEntry("waiting", 1).containsEntry("bytes", 2 * 1024 * 1024);
        return ((Number) ours.get("id")).longValue();
    }

    /** The first name is one that cannot have its effect. */
    private void bury(String... names) {
        List<NewEvent> events = new ArrayList<>();
        for (String name : names) {
            events.add(changed(events.size() + 1L, name));
        }
        QuarkusTransaction.requiringNew().run(() -> outbox.append(events));
        await().atMost(PATIENCE).until(() -> tables.deadLetters(thing).size() == names.length);
    }

    private void append(long version, String name) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(changed(version, name))));
    }

    private NewEvent changed(long version, String name) {
        return new NewEvent(
                "thing", thing, version, "thing.changed.v1", NOON, EventData.of(new ThingHandler.Thing(name)));
    }

    private List<Integer> letters() {
        return as(OPERATOR)
                .get("/admin/dead-letters?limit=200&aggregateId=" + thing)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private List<Map<String, Object>> operations(String action) {
        List<Map<String, Object>> all = as(OPERATOR)
                .get("/admin/event-operations?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return all.stream()
                .filter(entry ->
                        entry.get("action").equals(action) && thing.toString().equals(entry.get("aggregateId")))
                .toList();
    }

    private int bytesOnRecord(Map<String, Object> entry) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read =
                        connection.prepareStatement("select octet_length(data) from event_operation where id = ?")) {
            read.setLong(1, ((Number) entry.get("id")).longValue());
            try (var found = read.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private void insertRaw(byte[] data) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data)
                        values ('thing', ?, 1, ?, 'thing.changed.v1', now(), ?)
                        """)) {
            insert.setObject(1, thing);
            insert.setObject(2, UUID.randomUUID());
            insert.setBytes(3, data);
            insert.executeUpdate();
        }
    }

    private static ValidatableResponse operate(String path, String reason) {
        return as(OPERATOR).body(Map.of("reason", reason)).post(path).then();
    }

    private static io.restassured.specification.RequestSpecification as(String account) {
        return given().auth().oauth2(Infrastructure.current().token(account)).contentType(ContentType.JSON);
    }
}
