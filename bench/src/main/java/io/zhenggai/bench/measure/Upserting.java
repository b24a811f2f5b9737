package io.zhenggai.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenggai.bench.stage.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The limit of a projection: the same rows by a plain upsert of 1,000 at a time, each in a transaction of its own. */
final class Upserting implements AutoCloseable {

    private static final int ROWS = 1_000;

    /** The columns of report-service's issues behind id and version, with the member of the state that each holds. */
    private static final Map<String, String> COLUMNS = columns();

    private final Connection connection;
    private final ObjectNode state;

    Upserting(Stage stage, ObjectNode state) throws SQLException {
        this.connection = stage.connect(Stage.REPORTS);
        this.state = state;
        Query.execute(connection, "create table issue_limit (like issue including all)");
        // "Including all" leaves out how full its pages are.
        Query.execute(connection, """
                do $$ begin
                    execute (select 'alter table issue_limit set (' || array_to_string(reloptions, ', ') || ')'
                             from pg_class where oid = 'issue'::regclass);
                end $$
                """);
    }

    /** @return rows in a second, until the last one is committed */
    double perSecond(List<UUID> aggregates, long version) throws SQLException {
        Stopwatch watch = new Stopwatch();
        try (PreparedStatement upsert = connection.prepareStatement(statement())) {
            for (int first = 0; first < aggregates.size(); first += ROWS) {
                upsert(upsert, aggregates.subList(first, Math.min(first + ROWS, aggregates.size())), version);
            }
        }
        return watch.perSecond(aggregates.size());
    }

    private void upsert(PreparedStatement upsert, List<UUID> aggregates, long version) throws SQLException {
        upsert.setArray(1, connection.createArrayOf("uuid", aggregates.toArray()));
        upsert.setArray(2, array("bigint", version, aggregates.size()));
        int index = 3;
        for (String member : COLUMNS.values()) {
            JsonNode value = state.path(member);
            upsert.setArray(index++, array("text", value.isMissingNode() ? null : value.asText(), aggregates.size()));
        }
        upsert.executeUpdate();
    }

    private java.sql.Array array(String type, Object value, int size) throws SQLException {
        return connection.createArrayOf(type, Collections.nCopies(size, value).toArray());
    }

    private static String statement() {
        String columns = String.join(", ", COLUMNS.keySet());
        String values = COLUMNS.keySet().stream().map(Upserting::cast).collect(Collectors.joining(", "));
        String arrays = COLUMNS.keySet().stream().map(column -> "?::text[]").collect(Collectors.joining(", "));
        String updates = COLUMNS.keySet().stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return """
                insert into issue_limit (id, event_version, %1$s)
                select id, event_version, %2$s from unnest(?::uuid[], ?::bigint[], %3$s) as row (id, event_version, %1$s)
                on conflict (id) do update set event_version = excluded.event_version, %4$s
                """.formatted(columns, values, arrays, updates);
    }

    private static String cast(String column) {
        return column.equals("campaign_id")
                ? column + "::uuid"
                : column.equals("returns")
                        ? column + "::int"
                        : column.endsWith("_on") || column.equals("deadline") ? column + "::date" : column;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("campaign_id", "campaignId");
        columns.put("city_code", "city");
        columns.put("region_code", "region");
        columns.put("source", "source");
        columns.put("category", "category");
        columns.put("severity", "severity");
        columns.put("status", "status");
        columns.put("lead_unit", "leadUnit");
        columns.put("registered_on", "registeredOn");
        columns.put("deadline", "deadline");
        columns.put("close_out_requested_on", "closeOutRequestedOn");
        columns.put("closed_on", "closedOn");
        columns.put("returns", "returns");
        return columns;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
