package io.zhenggai.kit.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** As a monitoring system reads them. */
@QuarkusTest
@OnRealServers
class EventMetersTest {

    private static final Instant NOON = Instant.parse("2021-10-20T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String OF_THINGS = "{aggregateType=\"thing\"}";

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource dataSource;

    private final UUID good = UUID.randomUUID();
    private final UUID bad = UUID.randomUUID();

    @Test
    void whatWasRolledBackIsNotCounted() {
        Tables tables = new Tables(dataSource);
        double applied = read("zhenggai_events_applied_total" + OF_THINGS, 0);
        double dead = read("zhenggai_events_dead_total" + OF_THINGS, 0);

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(
                        changed(good, 1, "one"),
                        changed(good, 2, "two"),
                        changed(bad, 1, "forbidden"),
                        changed(bad, 2, "waits"))));
        await().atMost(PATIENCE).until(() -> tables.effects(good).size() == 2);
        await().atMost(PATIENCE).until(() -> tables.deadLetters(bad).size() == 2);

        await().atMost(PATIENCE).until(() -> read("zhenggai_events_dead_total" + OF_THINGS, 0) == dead + 1);
        assertThat(read("zhenggai_events_applied_total" + OF_THINGS, 0)).isEqualTo(applied + 2);
        assertThat(read("zhenggai_events_batch_count" + OF_THINGS, 0)).isPositive();
        assertThat(read("zhenggai_outbox_batch_count", 0)).isPositive();
        assertThat(read("zhenggai_outbox_send_seconds_count", 0)).isPositive();
        await().atMost(PATIENCE).until(() -> read("zhenggai_dead_letters", 0) >= 2);
        await().atMost(PATIENCE).until(() -> read("zhenggai_consumer_lag_events", 1) == 0);
        assertThat(read("zhenggai_consumer_lag_seconds", 1)).isZero();
    }

    @Test
    void whatWaitsAndWhatIsParkedIsTold() throws SQLException {
        // What other tests have parked would be told as well, and before it.
        Sql.execute(dataSource, "delete from outbox");
        Sql.execute(dataSource, """
                insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data,
                                    parked_at, parked_reason)
                values ('thing', '%s', 1, gen_random_uuid(), 'thing.changed.v1', now(), '', now(), 'on purpose')
                """.formatted(bad));
        Sql.execute(dataSource, """
                insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data, appended_at)
                values ('thing', '%s', 2, gen_random_uuid(), 'thing.changed.v1', now(), '', now() - interval '90 s')
                """.formatted(bad));
        try {
            await().atMost(PATIENCE).until(() -> read("zhenggai_outbox_oldest_seconds", 0) >= 90);
            assertThat(read("zhenggai_outbox_parked", 0)).isEqualTo(1);
            assertThat(read("zhenggai_outbox_events", 0)).isEqualTo(1);
        } finally {
            Sql.execute(dataSource, "delete from outbox where aggregate_id = '" + bad + "'");
        }
    }

    private static NewEvent changed(UUID thing, long version, String name) {
        return new NewEvent(
                "thing", thing, version, "thing.changed.v1", NOON, EventData.of(new ThingHandler.Thing(name)));
    }

    private static double read(String name, double otherwise) {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }
}
