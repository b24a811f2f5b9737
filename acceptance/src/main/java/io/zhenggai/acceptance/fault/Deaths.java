package io.zhenggai.acceptance.fault;

import static org.awaitility.Awaitility.await;

import io.zhenggai.embedded.system.LocalServer;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.Replica;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Processes that are killed, stopped or frozen. */
final class Deaths {

    /** Beyond the three seconds for which an owner of the outbox may be silent, and the thirty of a Kafka transaction. */
    private static final Duration STANDSTILL = Duration.ofSeconds(35);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(50);

    private Deaths() {}

    /** kill -9 of one replica of every service, one after the other. */
    static void ofServices(ReplicatedSystem system, Load load, Size size) {
        for (LocalService service : LocalService.values()) {
            Replica replica = new Replica(service, 1 + service.ordinal() % ReplicatedSystem.REPLICAS);
            system.local().kill(replica);
            load.awaitDone(size.rounds());
            system.local().restart(replica);
        }
    }

    /** An update of everything: each process is asked to end and started again, while the others carry the load. */
    static void inTurn(ReplicatedSystem system, Load load, Size size) {
        for (Replica replica : system.local().replicas()) {
            system.local().stop(replica);
            load.awaitDone(1);
            system.local().restart(replica);
        }
        load.awaitDone(size.rounds());
    }

    /** Kafka is away for a while; commands go on, and the health of events tells of it. */
    static void ofKafka(ReplicatedSystem system, Load load, Size size) {
        Health health = new Health(system.local());
        system.local().kill(LocalServer.KAFKA);
        letPass(size.outage());
        load.awaitDone(20);
        health.await(false);
        system.local().restart(LocalServer.KAFKA);
        health.await(true);
    }

    /** PostgreSQL is away for a while; nothing goes on. */
    static void ofPostgres(ReplicatedSystem system, Load load, Size size) {
        system.local().kill(LocalServer.POSTGRES);
        letPass(size.outage());
        system.local().restart(LocalServer.POSTGRES);
    }

    /** The owner of the outbox stands still until another one has long taken over, and then goes on where it stood. */
    static void ofTheFrozenRelay(ReplicatedSystem system, Load load, Size size) {
        Replica owner = owner(system.local());
        long frozenAt = System.nanoTime();
        system.local().freeze(owner);
        try {
            await(owner + " to lose the outbox")
                    .atMost(STANDSTILL)
                    .pollInterval(LOOK)
                    .until(() -> !owner(system.local()).equals(owner));
            Duration takenOver = Duration.ofNanos(System.nanoTime() - frozenAt);
            system.note("taken over after %.1f s".formatted(takenOver.toMillis() / 1_000.0));
            letPass(STANDSTILL.minus(takenOver));
        } finally {
            system.local().wake(owner);
        }
    }

    /** Commands are committed, cannot be sent yet, and their service is killed. */
    static void beforeSending(ReplicatedSystem system, Load load, Size size) throws SQLException {
        system.local().kill(LocalServer.KAFKA);
        load.awaitDone(20);
        both(LocalService.ISSUE).forEach(system.local()::kill);
        int unsent = new OutboxRows(system).waiting().size();
        Fault.require(unsent > 0, "nothing was left to send when the service was killed");
        system.note("killed with " + unsent + " unsent");
        system.local().restart(LocalServer.KAFKA);
        both(LocalService.ISSUE).forEach(system.local()::restart);
        new Health(system.local()).await(true);
    }

    /**
     * The relay is killed when Kafka has acknowledged a batch and the rows are not deleted for good: what is on the topic and still in the
     * outbox then comes to the topic once more.
     */
    static void betweenAcknowledgementAndDelete(ReplicatedSystem system, Load load, Size size) throws SQLException {
        OutboxRows outbox = new OutboxRows(system);
        Set<UUID> sentAndNotDeleted;
        try (Gate gate = Gate.closedAfter(
                system.local().openDatabase(LocalService.ISSUE), "delete", "public.outbox", "for each statement")) {
            gate.awaitArrival();
            Replica owner = owner(system.local());
            system.local().kill(owner);
            sentAndNotDeleted = outbox.awaitOnTopic(outbox.waiting());
            gate.open();
            system.local().restart(owner);
        }
        outbox.awaitSentAgain(sentAndNotDeleted);
        system.note("killed with " + sentAndNotDeleted.size() + " sent and not deleted");
    }

    /** A consumer is killed when all of a batch is written and nothing of it is committed. */
    static void betweenEffectAndCommit(ReplicatedSystem system, Load load, Size size) throws SQLException {
        try (Gate gate = Gate.closedAfter(
                system.local().openDatabase(LocalService.REPORT),
                "insert",
                "public.consumed_version",
                "for each statement")) {
            gate.awaitArrival();
            both(LocalService.REPORT).forEach(system.local()::kill);
            gate.open();
            both(LocalService.REPORT).forEach(system.local()::restart);
        }
    }

    static List<Replica> both(LocalService service) {
        return IntStream.rangeClosed(1, ReplicatedSystem.REPLICAS)
                .mapToObj(number -> new Replica(service, number))
                .toList();
    }

    /** The replica of issue-service that owns the outbox: the lock is held by a session that bears its process id. */
    private static Replica owner(LocalSystem local) {
        return await("an owner of the outbox")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(
                        () -> {
                            long pid = ownersPid(local);
                            return both(LocalService.ISSUE).stream()
                                    .filter(replica -> local.processId(replica) == pid)
                                    .findFirst();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private static long ownersPid(LocalSystem local) throws SQLException {
        try (Connection database = local.openDatabase(LocalService.ISSUE);
                PreparedStatement find = database.prepareStatement("""
                        select substr(a.application_name, 16)::bigint from pg_locks l join pg_stat_activity a using (pid)
                        where l.locktype = 'advisory' and l.granted and a.application_name like 'zhenggai-relay %'
                          and a.datname = current_database()
                        """);
                ResultSet row = find.executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    /** An outage has a length of its own, whatever happens in it. */
    static void letPass(Duration outage) {
        long end = System.nanoTime() + outage.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
