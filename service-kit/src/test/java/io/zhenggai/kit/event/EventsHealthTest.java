package io.zhenggai.kit.event;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class EventsHealthTest {

    private static final String PARKED = """
            insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data,
                                parked_at, parked_reason)
            values ('other', gen_random_uuid(), 1, gen_random_uuid(), 'other.changed.v1', now(), '', now(), 'too large')
            """;
    private static final String BEHIND_IT = """
            insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data, appended_at)
            select 'other', aggregate_id, 2, gen_random_uuid(), 'other.changed.v1', now(), '', now() - interval '%d s'
            from outbox where parked_reason = 'too large'
            """;
    private static final String DEAD = """
            insert into dead_letter (topic, partition, record_offset, aggregate_type, headers, reason)
            values ('zhenggai.other', 0, 1, 'other', '', 'test')
            """;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() throws SQLException {
        Sql.execute(dataSource, "delete from outbox");
        Sql.execute(dataSource, "delete from dead_letter");
    }

    @Test
    void isInOrderWhenAllFlows() {
        await().atMost(Duration.ofSeconds(20)).until(() -> ask().extract().statusCode() == 200);
        ask().body("checks[0].data.sending", equalTo("in order"))
                .body("checks[0].data.reading", equalTo("in order"))
                .body("checks[0].data.brokers", equalTo("in order"));
        pending("outbox", 0);
    }

    @Test
    void namesWhatCanNeverBeSent() throws SQLException {
        Sql.execute(dataSource, PARKED);

        ask().statusCode(503)
                .body("checks[0].data.sending", containsString("1 can never be sent"))
                .body("checks[0].data.sending", containsString("/admin/parked-events"))
                .body("checks[0].data.reading", equalTo("in order"));
        pending("outbox", 1);
    }

    @Test
    void namesWhatHasWaitedForMoreThanAMinute() throws SQLException {
        Sql.execute(dataSource, PARKED);
        Sql.execute(dataSource, BEHIND_IT.formatted(50));
        ask().body("checks[0].data.sending", not(containsString("the oldest")));
        Sql.execute(dataSource, "delete from outbox where parked_at is null");
        Sql.execute(dataSource, BEHIND_IT.formatted(62));

        ask().statusCode(503).body("checks[0].data.sending", containsString("the oldest has waited for 6"));
    }

    @Test
    void namesDeadLetters() throws SQLException {
        Sql.execute(dataSource, DEAD);

        ask().statusCode(503)
                .body("checks[0].data.sending", equalTo("in order"))
                .body("checks[0].data.reading", containsString("1 could not have their effect; /admin/dead-letters"));
        pending("deadLetters", 1);
    }

    @Test
    void readinessAndLivenessDoNotDependOnEvents() throws SQLException {
        Sql.execute(dataSource, DEAD);

        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    private static ValidatableResponse ask() {
        return given().get("/q/health/group/events").then();
    }

    private static void pending(String name, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/internal/pending").<Integer>path(name) == count);
    }
}
