package io.zhenggai.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.embedded.test.InfrastructureResource;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = InfrastructureResource.class, initArgs = @ResourceArg(name = "database", value = "issues"))
class EventBackboneTest {

    private static final Instant NOON = Instant.parse("2021-10-20T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource dataSource;

    Tables tables;

    @BeforeEach
    void lookIntoTheTables() {
        tables = new Tables(dataSource);
    }

    @Test
    void everyCommittedEventHasOneEffectInOrder() {
        UUID thing = UUID.randomUUID();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(changed(thing, 1, "a"), changed(thing, 2, "b"))));
        IntStream.rangeClosed(3, 60).forEach(version -> QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(changed(thing, version, "n" + version)))));

        List<String> expected = new ArrayList<>(List.of("a", "b"));
        IntStream.rangeClosed(3, 60).forEach(version -> expected.add("n" + version));
        await().atMost(PATIENCE).until(() -> tables.effects(thing).size() >= 60);
        assertThat(tables.effects(thing)).isEqualTo(expected);
        await().atMost(PATIENCE).until(() -> tables.waiting(thing).isEmpty());
    }

    @Test
    void refusesToAppendWithoutTransaction() {
        NewEvent event = changed(UUID.randomUUID(), 1, "a");

        assertThatThrownBy(() -> outbox.append(List.of(event))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        UUID rolledBack = UUID.randomUUID();
        UUID after = UUID.randomUUID();

        QuarkusTransaction.begin();
        outbox.append(List.of(changed(rolledBack, 1, "never")));
        QuarkusTransaction.rollback();
        append(changed(after, 1, "later"));

        await().atMost(PATIENCE).until(() -> tables.effects(after).equals(List.of("later")));
        assertThat(tables.effects(rolledBack)).isEmpty();
    }

    @Test
    void refusesAnEventThatKafkaWouldNotTake() {
        UUID thing = UUID.randomUUID();

        assertThatThrownBy(() -> append(changed(thing, 1, "x".repeat(921_600))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 921600");
        assertThat(tables.waiting(thing)).isEmpty();
    }

    @Test
    void parksWhatCanNeverBeSentAndHoldsBackOnlyItsOwnAggregate() throws Exception {
        UUID tooLarge = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        insertRaw(tooLarge, 1, new byte[2 * 1024 * 1024]);
        append(changed(tooLarge, 2, "behind it"));
        append(changed(other, 1, "goes on"));

        await().atMost(PATIENCE).until(() -> tables.effects(other).equals(List.of("goes on")));
        await().atMost(PATIENCE).until(() -> tables.parked(tooLarge).size() == 1);
        assertThat(tables.waiting(tooLarge)).hasSize(1);
        assertThat(tables.effects(tooLarge)).isEmpty();
    }

    @Test
    void aBatchThatIsSentAndCannotBeDeletedComesInSmallerOnes() throws Exception {
        List<UUID> things = Stream.generate(UUID::randomUUID).limit(300).toList();
        Sql.execute(dataSource, """
                create function few_at_once() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from gone) > 50 then
                        raise 'too many at once';
                    end if;
                    return null;
                end $$""");
        Sql.execute(
                dataSource,
                "create trigger few_at_once after delete on outbox referencing old table as gone"
                        + " for each statement execute function few_at_once()");
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(things.stream()
                            .map(thing -> changed(thing, 1, "one of many"))
                            .toList()));

            await().atMost(PATIENCE).until(() -> things.stream()
                    .allMatch(thing -> tables.waiting(thing).isEmpty()
                            && tables.effects(thing).equals(List.of("one of many"))));
        } finally {
            Sql.execute(dataSource, "drop function few_at_once cascade");
        }
    }

    @Test
    void anEventThatCannotHaveItsEffectIsADeadLetterAndLaterOnesWaitBehindIt() {
        UUID bad = UUID.randomUUID();
        UUID good = UUID.randomUUID();

        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(
                        changed(bad, 1, "fine"),
                        changed(good, 1, "one"),
                        changed(bad, 2, "forbidden"),
                        changed(good, 2, "two"),
                        changed(bad, 3, "waits"))));

        await().atMost(PATIENCE).until(() -> tables.deadLetters(bad).size() == 2);
        await().atMost(PATIENCE).until(() -> tables.effects(good).equals(List.of("one", "two")));
        assertThat(tables.effects(bad)).containsExactly("fine");
        assertThat(tables.deadLetters(bad).get(0)).contains("no_forbidden_name");
        assertThat(tables.deadLetters(bad).get(1)).contains("waits behind");
    }

    @Test
    void aRecordThatIsNotJsonIsADeadLetter() throws Exception {
        UUID thing = UUID.randomUUID();

        produce(thing, headers(thing, 1, "thing.changed.v1"), "no json".getBytes(StandardCharsets.UTF_8));

        await().atMost(PATIENCE).until(() -> tables.deadLetters(thing).size() == 1);
        assertThat(tables.deadLetters(thing).get(0)).contains("not JSON");
    }

    @Test
    void aNewerMajorIsADeadLetterAndAnUnknownTypeIsPassedOver() throws Exception {
        UUID newer = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();

        produce(newer, headers(newer, 1, "thing.changed.v2"), body("a"));
        produce(unknown, headers(unknown, 1, "thing.painted.v1"), body("a"));
        produce(unknown, headers(unknown, 2, "thing.changed.v1"), body("b"));

        await().atMost(PATIENCE).until(() -> tables.deadLetters(newer).size() == 1);
        await().atMost(PATIENCE).until(() -> tables.effects(unknown).equals(List.of("b")));
        assertThat(tables.deadLetters(unknown)).isEmpty();
    }

    @Test
    void aRepeatedVersionHasNoSecondEffect() throws Exception {
        UUID thing = UUID.randomUUID();

        produce(thing, headers(thing, 1, "thing.changed.v1"), body("once"));
        produce(thing, headers(thing, 1, "thing.changed.v1"), body("once"));
        produce(thing, headers(thing, 2, "thing.changed.v1"), body("then"));
        produce(thing, headers(thing, 1, "thing.changed.v1"), body("once"));
        produce(thing, headers(thing, 3, "thing.changed.v1"), body("last"));

        await().atMost(PATIENCE).until(() -> tables.effects(thing).contains("last"));
        assertThat(tables.effects(thing)).containsExactly("once", "then", "last");
    }

    private void append(NewEvent event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(event)));
    }

    private static NewEvent changed(UUID thing, long version, String name) {
        return new NewEvent(
                "thing", thing, version, "thing.changed.v1", NOON, EventData.of(new ThingHandler.Thing(name)));
    }

    private void insertRaw(UUID thing, long version, byte[] data) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data)
                        values ('thing', ?, ?, ?, 'thing.changed.v1', now(), ?)
                        """)) {
            insert.setObject(1, thing);
            insert.setLong(2, version);
            insert.setObject(3, UUID.randomUUID());
            insert.setBytes(4, data);
            insert.executeUpdate();
        }
    }

    private static Headers headers(UUID thing, long version, String type) {
        return CloudEventHeaders.write("test", UUID.randomUUID(), type, thing, NOON, version, Optional.empty());
    }

    private static byte[] body(String name) {
        return "{\"state\": {\"name\": \"%s\", \"added\": 1}, \"change\": {}}"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void produce(UUID thing, Headers headers, byte[] body)
            throws ExecutionException, InterruptedException {
        Map<String, Object> servers =
                Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = thing.toString().getBytes(StandardCharsets.US_ASCII);
            producer.send(new ProducerRecord<>("zhenggai.thing", null, null, key, body, headers))
                    .get();
        }
    }
}
