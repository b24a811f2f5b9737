package io.zhenggai.acceptance.fuzz;

import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether any row of any table of any service was inserted, changed or deleted: by counts and by who wrote each row. Seals are set by
 * the hour and by nobody's request.
 */
final class Fingerprint implements AutoCloseable {

    private static final String TABLES = """
            select format('select %L, count(*) || '' rows, '' || coalesce(sum(xmin::text::bigint), 0) from %I', tablename, tablename)
            from pg_tables where schemaname = 'public' and tablename not in ('flyway_schema_history', 'seal', 'sealed_head') order by tablename
            """;

    private final Map<LocalService, Connection> databases = new LinkedHashMap<>();
    private final Map<LocalService, String> questions = new LinkedHashMap<>();

    private Fingerprint() {}

    static Fingerprint of(LocalSystem system) throws SQLException {
        Fingerprint fingerprint = new Fingerprint();
        for (LocalService service : LocalService.behindGateway()) {
            Connection database = system.openDatabase(service);
            fingerprint.databases.put(service, database);
            fingerprint.questions.put(service, String.join(" union all ", column(database, TABLES)));
        }
        return fingerprint;
    }

    /** @return by service and table */
    Map<String, String> take() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        for (Map.Entry<LocalService, Connection> database : databases.entrySet()) {
            try (Statement statement = database.getValue().createStatement();
                    ResultSet found = statement.executeQuery(questions.get(database.getKey()))) {
                while (found.next()) {
                    tables.put(database.getKey().module() + " " + found.getString(1), found.getString(2));
                }
            }
        }
        return tables;
    }

    private static List<String> column(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection database : databases.values()) {
            database.close();
        }
    }
}
