package io.zhenggai.bench.ledger;

import static io.zhenggai.bench.figure.Unit.RATIO;
import static io.zhenggai.bench.figure.Unit.ROWS_PER_SECOND;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.figure.Quantity;
import io.zhenggai.bench.stage.Ledger;
import io.zhenggai.bench.stage.LedgerStage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A file of new issues is sent, checked and registered. The limit is a COPY of the very rows that came of it into the twin, with all indexes. */
final class Importing implements Measure {

    private static final double AIM = 0.2;

    /** What a registration leaves for good, by the column that tells its issue. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("issue", "id");
        TABLES.put("source_item", "issue_id");
        TABLES.put("issue_text", "issue_id");
        TABLES.put("history_entry", "aggregate_id");
    }

    private static final String COLUMNS = """
            select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns
            where table_name = '%s' and is_generated = 'NEVER'
            """;

    private final int rows;
    private final Side small;
    private final Side large;

    /** @param rows of a file */
    Importing(LedgerStage stage, int rows) throws SQLException {
        this.rows = rows;
        this.small = Side.of(stage.small(), stage.token());
        this.large = Side.of(stage.large(), stage.token());
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String words() {
        return "Importing %,d issues from a CSV; COPY of the rows that came of it".formatted(rows);
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>();
        for (Side side : List.of(small, large)) {
            String of = "%,d issues".formatted(side.ledger().issues());
            String name = side.ledger().database();
            quantities.add(Quantity.told(name + "Limit", "COPY, " + of, ROWS_PER_SECOND));
            quantities.add(Quantity.told(name, "ours, " + of, ROWS_PER_SECOND));
            quantities.add(Quantity.atLeast(AIM, name + "Ratio", "ours to COPY, " + of, RATIO));
        }
        return quantities;
    }

    @Override
    public List<Double> round(int number) throws Exception {
        List<Double> numbers = new ArrayList<>();
        for (Side side : List.of(small, large)) {
            UUID last = side.lastIssue();
            long start = System.nanoTime();
            side.imports().carryOut(Imports.file("豫工改简报〔" + UUID.randomUUID() + "〕", rows));
            double ours = perSecond(start);
            Map<String, byte[]> registered = side.registeredSince(last);
            start = System.nanoTime();
            side.copy(registered);
            double limit = perSecond(start);
            numbers.addAll(List.of(limit, ours, ours / limit));
        }
        return numbers;
    }

    private double perSecond(long start) {
        return rows * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    @Override
    public int warmingUp() {
        return 3;
    }

    @Override
    public void close() throws SQLException {
        small.close();
        large.close();
    }

    private record Side(Ledger ledger, Calls calls, Imports imports, Connection own, Connection twin) {

        static Side of(Ledger ledger, String token) throws SQLException {
            Calls calls = new Calls(ledger.url(), token);
            return new Side(
                    ledger,
                    calls,
                    new Imports(calls),
                    ledger.connect(ledger.database()),
                    ledger.connect(ledger.twin()));
        }

        /** Ids are in the order of registration. */
        UUID lastIssue() throws SQLException {
            try (Statement statement = own.createStatement();
                    ResultSet last = statement.executeQuery("select id from issue order by id desc limit 1")) {
                last.next();
                return last.getObject(1, UUID.class);
            }
        }

        Map<String, byte[]> registeredSince(UUID last) throws SQLException, IOException {
            Map<String, byte[]> registered = new LinkedHashMap<>();
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                copying(own)
                        .copyOut(
                                "copy (select %s from %s where %s > '%s') to stdout (format binary)"
                                        .formatted(columns(table.getKey()), table.getKey(), table.getValue(), last),
                                rows);
                registered.put(table.getKey(), rows.toByteArray());
            }
            return registered;
        }

        void copy(Map<String, byte[]> rows) throws SQLException, IOException {
            twin.setAutoCommit(false);
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                copying(twin)
                        .copyIn(
                                "copy %s (%s) from stdin (format binary)"
                                        .formatted(table.getKey(), columns(table.getKey())),
                                new ByteArrayInputStream(table.getValue()));
            }
            twin.commit();
            twin.setAutoCommit(true);
        }

        private String columns(String table) throws SQLException {
            try (Statement statement = own.createStatement();
                    ResultSet columns = statement.executeQuery(COLUMNS.formatted(table))) {
                columns.next();
                return columns.getString(1);
            }
        }

        private static CopyManager copying(Connection connection) throws SQLException {
            return connection.unwrap(PGConnection.class).getCopyAPI();
        }

        /** Whoever registers in the twin afterwards goes on behind the rows that were copied. */
        void close() throws SQLException {
            try (Statement statement = twin.createStatement()) {
                statement.execute("select setval(pg_get_serial_sequence('history_entry', 'number'),"
                        + " (select coalesce(max(number), 1) from history_entry))");
            }
            calls.close();
            own.close();
            twin.close();
        }
    }
}
