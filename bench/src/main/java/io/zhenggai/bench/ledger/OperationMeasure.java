package io.zhenggai.bench.ledger;

import static io.zhenggai.bench.figure.Unit.CALLS_PER_SECOND;
import static io.zhenggai.bench.figure.Unit.RATIO;

import io.zhenggai.bench.figure.Finding;
import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.figure.Quantity;
import io.zhenggai.bench.ledger.Calls.Call;
import io.zhenggai.bench.stage.Ledger;
import io.zhenggai.bench.stage.LedgerStage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An operation on the small and on the large ledger, each against {@code pgbench} with its statements, in turn. */
final class OperationMeasure implements Measure {

    private static final double SLOWER_AT_MOST = 1.3;

    /** How many rounds' calls are made before the compilers' share is looked at, and how often at the most. */
    private static final int PORTION = 10;

    private static final int MOST_PORTIONS = 25;

    /** The service is warm when its compilers take no more of its time than this. */
    private static final double WARM = 0.03;

    private final Operation operation;
    private final Pgbench pgbench;
    private final Side small;
    private final Side large;

    OperationMeasure(LedgerStage stage, Operation operation) throws Exception {
        this.operation = operation;
        this.pgbench = Pgbench.onThePath(stage.directory());
        try (Connection administrator = stage.administer()) {
            ServerLog log = new ServerLog(stage.serverLog(), administrator);
            this.small = side(stage.small(), stage.token(), log);
            this.large = side(stage.large(), stage.token(), log);
        }
    }

    private Side side(Ledger ledger, String token, ServerLog log) throws Exception {
        Calls calls = new Calls(ledger.url(), token);
        List<List<SentStatement>> sent = new ArrayList<>();
        byte[] room = new byte[1 << 16];
        for (Call sample : operation.samples(ledger, calls)) {
            sent.add(log.during(ledger, () -> calls.carryOut(sample, room)));
        }
        Path script = pgbench.keep(
                ledger.database() + "-" + operation.name(),
                operation.script(ledger).of(sent));
        return new Side(ledger, calls, script);
    }

    @Override
    public String name() {
        return operation.name();
    }

    @Override
    public String words() {
        return "%s: %,d calls a round by %d callers; pgbench with the same statements"
                .formatted(operation.words(), operation.calls(), Calls.CALLERS);
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>();
        for (Side side : List.of(small, large)) {
            String of = "%,d issues".formatted(side.ledger().issues());
            String name = side.ledger().database();
            quantities.add(Quantity.told(name + "Limit", "pgbench, " + of, CALLS_PER_SECOND));
            quantities.add(Quantity.told(name, "ours, " + of, CALLS_PER_SECOND));
            quantities.add(Quantity.atLeast(operation.aim(), name + "Ratio", "ours to pgbench, " + of, RATIO));
        }
        quantities.add(Quantity.below(SLOWER_AT_MOST, "growth", "time of a call, large to small ledger", RATIO));
        return quantities;
    }

    @Override
    public List<Double> round(int number) throws Exception {
        List<Double> numbers = new ArrayList<>();
        for (Side side : List.of(small, large)) {
            double limit = pgbench.perSecond(
                    side.ledger(), side.script(), operation.calls(), Map.of("k", 0L, "base", base(number)));
            double ours = side.calls().perSecond(operation.calls(), operation.calls(side.ledger(), number));
            numbers.addAll(List.of(limit, ours, ours / limit));
        }
        numbers.add(numbers.get(1) / numbers.get(4));
        return numbers;
    }

    /** First calls the service alone until it is warm: for a page it takes three times as long before. */
    @Override
    public Finding run(int rounds) throws Exception {
        if (operation.onlyReads()) {
            warmUp(small);
            warmUp(large);
        }
        return Measure.super.run(rounds);
    }

    private void warmUp(Side side) throws Exception {
        double ofCompilers = 1;
        for (int portion = 0; portion < MOST_PORTIONS && ofCompilers > WARM; portion++) {
            ProcessorTime before = ProcessorTime.of(side.ledger().pid());
            for (int round = 0; round < PORTION; round++) {
                side.calls().perSecond(operation.calls(), operation.calls(side.ledger(), portion * PORTION + round));
            }
            ofCompilers = ProcessorTime.of(side.ledger().pid()).compilersSince(before);
        }
    }

    /** What leaves something behind warms up in its rounds: as many as leave a small ledger small. */
    @Override
    public int warmingUp() {
        return operation.onlyReads() ? 3 : 5;
    }

    /** Of twelve digits, and none comes twice. */
    private static long base(int round) {
        return 100_000_000_000L + round * 1_000_000_000L;
    }

    @Override
    public void close() throws SQLException {
        small.calls().close();
        large.calls().close();
    }

    private record Side(Ledger ledger, Calls calls, Path script) {}
}
