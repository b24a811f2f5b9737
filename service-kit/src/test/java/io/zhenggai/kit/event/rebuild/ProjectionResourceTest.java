package io.zhenggai.kit.event.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rebuilds by the doors that operators use, done by the service itself. */
@QuarkusTest
@OnRealServers
class ProjectionResourceTest {

    private static final String OPERATOR = "system:operations";
    private static final String REBUILDS = "/admin/projections/note/rebuilds";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Outbox outbox;

    private final UUID note = UUID.randomUUID();

    @AfterEach
    void nothingIsLeft() throws SQLException {
        Sql.execute(dataSource, "delete from dead_letter where aggregate_type = 'note'");
        Sql.execute(dataSource, "delete from projection_rebuild where aggregate_type = 'other'");
    }

    @Test
    void aProjectionIsRebuiltByTheServiceAndTheRecordSaysWhoWantedIt() throws Exception {
        tell(1, "as it is");
        await().atMost(PATIENCE).until(() -> text().equals("as it is"));
        Sql.execute(dataSource, "update note set text = 'corrupt' where id = '" + note + "'");

        String location = operate(REBUILDS, "a row was corrupt")
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .body("aggregateType", equalTo("note"))
                .body("reason", equalTo("a row was corrupt"))
                .body("startedBy", equalTo("系统运维"))
                .body("endedAt", nullValue())
                .extract()
                .header("Location");
        await().atMost(PATIENCE)
                .until(() -> as(OPERATOR).get(location).<String>path("state").equals("SWITCHED"));

        assertThat(text()).isEqualTo("as it is");
        tell(2, "and on it goes");
        await().atMost(PATIENCE).until(() -> text().equals("and on it goes"));
        as(OPERATOR)
                .get("/admin/projections")
                .then()
                .statusCode(200)
                .body("items.aggregateType", hasItem("note"))
                .body("items.aggregateType", not(hasItem("thing")))
                .body("items.find { it.aggregateType == 'note' }.tables", equalTo(List.of("note")))
                .body("items.find { it.aggregateType == 'note' }.rebuild.state", equalTo("SWITCHED"));
        as(OPERATOR).get(REBUILDS + "/latest").then().statusCode(200).body("state", equalTo("SWITCHED"));
        as(OPERATOR)
                .get("/admin/event-operations?limit=200")
                .then()
                .body("items.findAll { it.action == 'REBUILD' }.reason", hasItem("a row was corrupt"));
        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics).contains("zhenggai_rebuild_applied_total{aggregateType=\"note\"");
        cancel(location, "too late").statusCode(409).body("detail", containsString("不能取消"));
    }

    @Test
    void aProjectionMayNotEmitEvents() {
        tell(1, "emit");

        await().atMost(PATIENCE)
                .until(() -> !query("select reason from dead_letter where aggregate_id = '" + note + "'")
                        .isEmpty());

        assertThat(query("select reason from dead_letter where aggregate_id = '" + note + "'"))
                .contains("a projection emits no events");
    }

    @Test
    void whatIsNoProjectionIsToldInWords() {
        operate("/admin/projections/thing/rebuilds", "why not").statusCode(422).body("detail", containsString("不是投影"));
        operate("/admin/projections/unheard-of/rebuilds", "why not").statusCode(404);
        as(OPERATOR).get("/admin/projections/unheard-of/rebuilds/latest").then().statusCode(404);
        as(OPERATOR).get(REBUILDS + "/0").then().statusCode(404);
        as(OPERATOR).get(REBUILDS + "/one").then().statusCode(404);
        cancel(REBUILDS + "/0", "why not").statusCode(404);
        as(OPERATOR)
                .urlEncodingEnabled(false)
                .get("/admin/projections/%00/rebuilds/1")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/projections", REBUILDS + "/latest", REBUILDS + "/1"})
    void nobodyLooksWithoutTheScope(String path) {
        for (String account : List.of("province", "auditor", "system:complaints")) {
            as(account).get(path).then().statusCode(403);
        }
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {REBUILDS, REBUILDS + "/1/cancellations"})
    void nobodyOperatesWithoutTheScopeOrAReason(String path) {
        for (String account : List.of("province", "system:complaints")) {
            as(account).body(Map.of("reason", "no")).post(path).then().statusCode(403);
        }
        for (String reason : List.of("", " ", "x".repeat(501))) {
            operate(path, reason).statusCode(400).body("violations[0].field", equalTo("reason"));
        }
    }

    @Test
    void healthTellsOfAFailedRebuildAndOfOneThatNobodyGoesOnWith() throws Exception {
        Sql.execute(
                dataSource,
                "insert into projection_rebuild (aggregate_type, state, person, name, reason, started_at)"
                        + " values ('other', 'RUNNING', 'p', 'n', 'r', clock_timestamp() - interval '58 s')");
        assertThat(reading()).doesNotContain("the rebuild of other");
        Sql.execute(
                dataSource,
                "update projection_rebuild set started_at = clock_timestamp() - interval '61 s' where aggregate_type = 'other'");
        assertThat(reading()).contains("the rebuild of other has stood still for 6");

        Sql.execute(
                dataSource,
                "update projection_rebuild set state = 'FAILED', failure = 'zhenggai.other-1 at 7' where aggregate_type = 'other'");
        assertThat(reading()).contains("the rebuild of other failed: zhenggai.other-1 at 7");

        Sql.execute(
                dataSource,
                "insert into projection_rebuild (aggregate_type, state, person, name, reason)"
                        + " values ('other', 'SWITCHED', 'p', 'n', 'r')");
        assertThat(reading()).doesNotContain("the rebuild of other");
    }

    private static String reading() {
        return given().get("/q/health/group/events").path("checks[0].data.reading");
    }

    private void tell(long version, String text) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(new NewEvent(
                        "note",
                        note,
                        version,
                        "note.changed.v1",
                        Instant.parse("2021-10-20T04:00:00Z"),
                        EventData.of(new NoteProjection.Note(text))))));
    }

    private String text() {
        return query("select text from note where id = '" + note + "'");
    }

    private String query(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValidatableResponse operate(String path, String reason) {
        return as(OPERATOR).body(Map.of("reason", reason)).post(path).then();
    }

    private static ValidatableResponse cancel(String rebuild, String reason) {
        return operate(rebuild + "/cancellations", reason);
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(Infrastructure.current().token(account)).contentType(ContentType.JSON);
    }
}
