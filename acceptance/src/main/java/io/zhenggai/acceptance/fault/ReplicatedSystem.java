package io.zhenggai.acceptance.fault;

import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.client.Notice2021;
import io.zhenggai.acceptance.event.EventLog;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalServer;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.LocalSystemConfig;
import io.zhenggai.embedded.system.Replica;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Two replicas of every service, the campaign published, offices at work in it, and everything that is committed counted. */
final class ReplicatedSystem implements AutoCloseable {

    static final int REPLICAS = 2;

    /** Before the campaign's end, after which nothing is registered, with room for clocks that jump. */
    private static final LocalDateTime DAY = LocalDateTime.parse("2021-12-06T09:00");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> CITIES = List.of("410100", "410300", "410700", "411300");
    private static final List<String> REPORTING = List.of("410200", "411000");

    private final LocalSystem local;
    private final Deeds deeds = new Deeds();
    private final Set<UUID> rubbish = ConcurrentHashMap.newKeySet();
    private final List<String> notes = new ArrayList<>();
    private final Random random;
    private final String campaignId;
    private final List<Worker> workers = new ArrayList<>();

    private ReplicatedSystem(LocalSystem local, long seed) throws SQLException {
        this.local = local;
        this.random = new Random(seed);
        for (LocalService service : LocalService.behindGateway()) {
            try (Connection database = local.openDatabase(service)) {
                Watch.install(database);
            }
        }
        this.campaignId = Notice2021.publish(new Client(local.gatewayUrl(), local.token("province")));
        local.awaitIdle(Size.SMALL.patience());
        hire();
    }

    /**
     * Starts it on free ports, beginning anew.
     *
     * @param home the repository
     * @param data where it keeps its data
     * @param seed of everything that is drawn
     */
    static ReplicatedSystem start(Path home, Path data, long seed) throws SQLException {
        LocalSystem local = LocalSystem.start(LocalSystemConfig.of(home, data, LocalPorts.free(REPLICAS))
                .beginningAnew()
                .withClockAt(DAY.atZone(SHANGHAI).toInstant()));
        boolean started = false;
        try {
            ReplicatedSystem system = new ReplicatedSystem(local, seed);
            started = true;
            return system;
        } finally {
            if (!started) {
                local.close();
            }
        }
    }

    private void hire() {
        CITIES.forEach(city ->
                workers.add(new IssueWorker(doors("province"), doors("office:" + city), campaignId, city, deeds)));
        REPORTING.forEach(
                city -> workers.add(new ReportWorker(doors("province:2"), doors("office:" + city), campaignId, deeds)));
    }

    private Doors doors(String account) {
        String token = local.token(account);
        return new Doors(
                IntStream.rangeClosed(1, REPLICAS)
                        .mapToObj(number -> local.url(new Replica(LocalService.GATEWAY, number)))
                        .map(url -> new Client(url, token))
                        .toList(),
                new Random(random.nextLong()));
    }

    LocalSystem local() {
        return local;
    }

    Deeds deeds() {
        return deeds;
    }

    /** @return the aggregates whose events were laid there by hand, and which have no effect */
    Set<UUID> rubbish() {
        return rubbish;
    }

    /** Takes down what is worth telling of a fault beside the counts. */
    void note(String what) {
        notes.add(what);
    }

    /** Starts every process again, those that run as well. */
    void startAgain() {
        List.of(LocalServer.values()).forEach(local::restart);
        local.replicas().forEach(local::restart);
    }

    /** Finds out what became of commands without an answer; nobody is at work. */
    void conclude() {
        workers.forEach(Worker::conclude);
    }

    /** @return what the databases and topics hold, compared; exact when nothing is left to do and everything is concluded */
    Comparison compare() throws SQLException {
        Comparison comparison = Verdict.of(Findings.of(this), deeds, rubbish);
        notes.forEach(comparison::noted);
        notes.clear();
        return comparison;
    }

    String campaignId() {
        return campaignId;
    }

    EventLog log() {
        return new EventLog(LoopbackPorts.HOST + ":" + local.ports().kafka());
    }

    /** The offices begin to work, and stop when the load is closed; one at a time. */
    Load load() {
        return new Load(deeds, workers);
    }

    /** Puts all business clocks so far from where they stood at the start. */
    void moveClock(Duration fromStart) {
        local.setClock(DAY.atZone(SHANGHAI).toInstant().plus(fromStart));
    }

    @Override
    public void close() {
        local.close();
    }
}
