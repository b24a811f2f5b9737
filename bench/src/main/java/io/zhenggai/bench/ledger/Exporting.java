package io.zhenggai.bench.ledger;

import static io.zhenggai.bench.figure.Unit.RATIO;
import static io.zhenggai.bench.figure.Unit.ROWS_PER_SECOND;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.figure.Quantity;
import io.zhenggai.bench.ledger.Calls.Call;
import io.zhenggai.bench.stage.Ledger;
import io.zhenggai.bench.stage.LedgerStage;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** The ledger of one city as a CSV, against COPY of what the service was seen to ask for. */
final class Exporting implements Measure {

    private static final Call EXPORT = Call.get("/api/v1/issue-ledgers?format=CSV&city=410100");

    private final Side small;
    private final Side large;

    Exporting(LedgerStage stage) throws Exception {
        try (Connection administrator = stage.administer()) {
            ServerLog log = new ServerLog(stage.serverLog(), administrator);
            this.small = side(stage.small(), stage.token(), log);
            this.large = side(stage.large(), stage.token(), log);
        }
    }

    private static Side side(Ledger ledger, String token, ServerLog log) throws Exception {
        Calls calls = new Calls(ledger.url(), token);
        List<SentStatement> sent = log.during(ledger, () -> calls.answer(EXPORT));
        // The longest that is no count: it names every column.
        String reading = sent.stream()
                .filter(statement -> statement.sql().toLowerCase(Locale.ROOT).contains("from issue"))
                .max(Comparator.comparingInt(statement -> statement.sql().length()))
                .map(new PgbenchScript(List.of(), List.of())::statement)
                .orElseThrow(() -> new IllegalStateException("the export was not seen to read any issue"));
        return new Side(ledger, calls, ledger.connect(ledger.twin()), "copy (" + reading + ") to stdout");
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String words() {
        return "Exporting one city as CSV; COPY of the same statement";
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>();
        for (Side side : List.of(small, large)) {
            String of = "%,d issues".formatted(side.ledger().issues());
            String name = side.ledger().database();
            quantities.add(Quantity.told(name + "Limit", "COPY, " + of, ROWS_PER_SECOND));
            quantities.add(Quantity.told(name, "ours, " + of, ROWS_PER_SECOND));
            quantities.add(Quantity.told(name + "Ratio", "ours to COPY, " + of, RATIO));
        }
        return quantities;
    }

    @Override
    public List<Double> round(int number) throws Exception {
        List<Double> numbers = new ArrayList<>();
        for (Side side : List.of(small, large)) {
            long start = System.nanoTime();
            long rows = side.twin()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(side.copy(), OutputStream.nullOutputStream());
            double limit = perSecond(rows, start);
            start = System.nanoTime();
            side.calls().carryOut(EXPORT, new byte[1 << 16]);
            double ours = perSecond(rows, start);
            numbers.addAll(List.of(limit, ours, ours / limit));
        }
        return numbers;
    }

    private static double perSecond(long rows, long start) {
        return rows * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    @Override
    public int warmingUp() {
        return 5;
    }

    @Override
    public void close() throws SQLException {
        for (Side side : List.of(small, large)) {
            side.calls().close();
            side.twin().close();
        }
    }

    private record Side(Ledger ledger, Calls calls, Connection twin, String copy) {}
}
