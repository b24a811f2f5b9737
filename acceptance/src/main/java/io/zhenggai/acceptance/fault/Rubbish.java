package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.system.LocalServer;
import io.zhenggai.embedded.system.LocalService;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What nobody can read, send or store, in the midst of what is in order. */
final class Rubbish {

    private static final String ISSUES = "zhenggai.issue";

    /** Above what a broker takes, and above what the outbox would take from a command. */
    private static final int TOO_LARGE = 1_200_000;

    /** Every reader keeps the city of an issue, and none can do without it. */
    private static final String WITHOUT_CITY = """
            {"state": {"campaignId": "01a21509-8e86-721c-92fe-146b197d530e", "ledgerNumber": "ZG2021-410300-9999",
                       "region": "410300", "status": "ASSIGNED", "acknowledgeBy": "2021-12-08", "deadline": "2021-12-31",
                       "source": "EVALUATION", "category": "POLICY", "severity": "GENERAL", "registeredOn": "2021-12-06",
                       "returns": 0}, "change": {}}
            """;

    private Rubbish() {}

    /**
     * Records that are not JSON or break a constraint lie among others when their readers come: each reader has one dead letter of
     * each.
     */
    static void onTheTopic(ReplicatedSystem system, Load load, Size size) {
        List<LocalService> readers = List.of(LocalService.PLAN, LocalService.REPORT, LocalService.NOTIFICATION);
        readers.forEach(reader -> Deaths.both(reader).forEach(system.local()::stop));
        load.awaitDone(20);
        Set<UUID> ids = new LinkedHashSet<>();
        for (String body : List.of("{\"state\": {\"campaignId", WITHOUT_CITY)) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            system.rubbish().add(id);
            system.log().send(List.of(record(id, body)));
            load.awaitDone(5);
        }
        readers.forEach(reader -> Deaths.both(reader).forEach(system.local()::restart));
        Operators operators = new Operators(system.local());
        readers.forEach(reader -> operators.discard(reader, "dead-letters", ids));
    }

    private static ProducerRecord<byte[], byte[]> record(UUID id, String body) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(ISSUES, bytes(id.toString()), bytes(body));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "issue.registered.v1",
                        "ce_source", "issue-service",
                        "ce_subject", id.toString(),
                        "ce_time", "2021-12-06T01:00:00Z",
                        "ce_aggregateversion", "1")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    /**
     * A row of the outbox that no broker takes, in the middle of what waits for the broker to come again: it is parked, and the others go
     * on without it. Until it is discarded the health of events tells of it.
     */
    static void inTheOutbox(ReplicatedSystem system, Load load, Size size) throws SQLException {
        system.local().kill(LocalServer.KAFKA);
        load.awaitDone(20);
        UUID id = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        system.rubbish().add(id);
        lay(system, id, event);
        load.awaitDone(20);
        Fault.require(new OutboxRows(system).isAmongOthers(event), "the row was not in the midst of others");
        system.local().restart(LocalServer.KAFKA);
        new Operators(system.local()).discard(LocalService.ISSUE, "parked-events", Set.of(id));
        new Health(system.local()).await(true);
    }

    private static void lay(ReplicatedSystem system, UUID aggregate, UUID event) throws SQLException {
        try (Connection database = system.local().openDatabase(LocalService.ISSUE);
                PreparedStatement insert = database.prepareStatement("""
                        insert into outbox (aggregate_type, aggregate_id, aggregate_version, event_id, type, occurred_at, data)
                        values ('issue', ?, 1, ?, 'issue.registered.v1', now(), ?)
                        """)) {
            insert.setObject(1, aggregate);
            insert.setObject(2, event);
            insert.setBytes(3, tooLarge());
            insert.executeUpdate();
        }
    }

    private static byte[] tooLarge() {
        byte[] bytes = new byte[TOO_LARGE];
        IntStream.range(0, TOO_LARGE).forEach(i -> bytes[i] = (byte) (i * 31 + i / 7));
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
