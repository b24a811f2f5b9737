package io.zhenggai.bench.measure;

import static io.zhenggai.bench.figure.Unit.EVENTS_PER_SECOND;
import static io.zhenggai.bench.figure.Unit.MILLISECONDS;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.figure.Quantity;
import io.zhenggai.bench.figure.Sample;
import io.zhenggai.bench.load.Load;
import io.zhenggai.bench.stage.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * From the commit of a command to that of its effect in report-service's projection, one event in a transaction, at an even pace.
 * The database server tells both moments.
 */
public final class LatencyMeasure implements Measure {

    private static final int CALLERS = 8;
    private static final int PER_SECOND = 1_000;

    /** With a little room: the pace is kept or it is not. */
    private static final double KEPT = 0.95 * PER_SECOND;

    private static final String MOMENT = "(extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint";

    private final Stage stage;
    private final int events;
    private final Connection commands;
    private final Connection effects;

    /** @param events in a round */
    public LatencyMeasure(Stage stage, int events) throws SQLException {
        this.stage = stage;
        this.events = events;
        this.commands = stage.connect(Stage.LOAD);
        this.effects = stage.connect(Stage.REPORTS);
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String words() {
        return "From commit to effect in report-service: %,d events a round, %,d a second"
                .formatted(events, PER_SECOND);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.atLeast(KEPT, "pace", "commands", EVENTS_PER_SECOND),
                Quantity.below(50, "median", "median of a round", MILLISECONDS),
                Quantity.below(250, "p99", "99th percentile of a round", MILLISECONDS),
                Quantity.told("longest", "longest of a round", MILLISECONDS));
    }

    @Override
    public List<Double> round(int number) throws Exception {
        Query.execute(commands, "truncate command");
        long before = Query.number(effects, "select count(*) from issue");
        stage.append(new Load("issue", events, 1, CALLERS, PER_SECOND, true));
        Stopwatch.await(
                "the effects", 50, () -> Query.number(effects, "select count(*) from issue") == before + events);
        Map<UUID, Long> committed = Query.numbersById(commands, "select aggregate_id, " + MOMENT + " from command");
        Map<UUID, Long> effective = Query.numbersById(effects, "select id, " + MOMENT + " from issue");
        Sample latencies = new Sample(committed.entrySet().stream()
                .map(command -> (effective.get(command.getKey()) - command.getValue()) / 1_000.0)
                .toList());
        return List.of(pace(committed), latencies.median(), latencies.percentile(99), latencies.highest());
    }

    private static double pace(Map<UUID, Long> committed) {
        var moments = committed.values().stream().mapToLong(Long::longValue).summaryStatistics();
        return (moments.getCount() - 1) * (double) TimeUnit.SECONDS.toMicros(1) / (moments.getMax() - moments.getMin());
    }

    @Override
    public void close() throws SQLException {
        commands.close();
        effects.close();
    }
}
