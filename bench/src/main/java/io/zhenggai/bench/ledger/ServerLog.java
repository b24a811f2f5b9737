package io.zhenggai.bench.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.bench.ledger.SentStatement.Value;
import io.zhenggai.bench.stage.Ledger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a PostgreSQL 16 or later says of the statements that it is sent, while it is told to: one JSON object a line. */
final class ServerLog {

    private static final Pattern EXECUTED = Pattern.compile("execute [^:]+: (.*)", Pattern.DOTALL);
    private static final Pattern SIMPLE = Pattern.compile("statement: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile(":paramid\\s+(\\d+)\\s+:paramtype\\s+(\\d+)");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path file;
    private final Connection administrator;
    /** By statement: one that is prepared already is not parsed once more. */
    private final Map<String, Map<Integer, Long>> parameterTypes = new HashMap<>();

    ServerLog(Path file, Connection administrator) {
        this.file = file;
        this.administrator = administrator;
    }

    /**
     * Has the server say what a service sends to a database while something is done, and for nothing else.
     *
     * @return the statements in their order; those of transactions that touch no table of the ledger are left out: nobody's request is
     *     behind them
     */
    List<SentStatement> during(Ledger ledger, Doing doing) throws Exception {
        set(Map.of("log_statement", "all", "debug_print_parse", "on", "debug_pretty_print", "off"));
        long from = file.toFile().length();
        try {
            doing.run();
        } finally {
            set(Map.of("log_statement", "none", "debug_print_parse", "off"));
        }
        try (Connection connection = ledger.connect(ledger.database())) {
            return read(ledger.database(), from, connection);
        }
    }

    private void set(Map<String, String> settings) throws SQLException {
        try (Statement set = administrator.createStatement()) {
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                set.execute("alter system set %s = '%s'".formatted(setting.getKey(), setting.getValue()));
            }
            set.execute("select pg_reload_conf()");
            // A session takes it over before its next command; this one is no other.
            set.execute("select pg_sleep(0.3)");
        }
    }

    private List<SentStatement> read(String database, long from, Connection connection)
            throws IOException, SQLException {
        Map<Long, Map<Integer, Long>> parsed = new HashMap<>();
        Set<Long> simple = new HashSet<>();
        Transactions transactions = new Transactions();
        for (String line : wholeLines(file, from)) {
            JsonNode said = mapper.readTree(line);
            if (!said.path("dbname").asText().equals(database)) {
                continue;
            }
            long session = said.path("pid").asLong();
            String message = said.path("message").asText();
            String detail = said.path("detail").asText();
            if (message.startsWith("parse tree")) {
                // Of a simple statement it comes behind it; what a reference has looked up is parsed in the context of
                // the statement behind it.
                if (!simple.remove(session) && said.path("context").asText().isEmpty()) {
                    parsed.put(session, types(detail));
                }
            }
            if (SIMPLE.matcher(message).matches()) {
                simple.add(session);
            }
            String sql = sql(message);
            if (sql != null) {
                Map<Integer, Long> justParsed = parsed.remove(session);
                if (justParsed != null) {
                    parameterTypes.put(sql, justParsed);
                } else if (!parameterTypes.containsKey(sql)) {
                    parameterTypes.put(sql, inferred(sql, detail, connection));
                }
                transactions.add(session, new SentStatement(sql.strip(), values(detail, parameterTypes.get(sql))));
            }
        }
        return transactions.ofLedger();
    }

    /** @return the lines of a file that begin at a byte or behind it, and have ended */
    static List<String> wholeLines(Path file, long from) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            // The server may have been in the middle of a line then, which is not one of those that are asked for.
            long begin = Math.max(from - 1, 0);
            log.seek(begin);
            byte[] rest = new byte[(int) (log.length() - begin)];
            log.readFully(rest);
            String text = new String(rest, StandardCharsets.UTF_8);
            int whole = from == 0 ? 0 : text.indexOf('\n') + 1;
            return text.substring(whole, Math.max(text.lastIndexOf('\n'), whole))
                    .lines()
                    .toList();
        }
    }

    private static @Nullable String sql(String message) {
        Matcher executed = EXECUTED.matcher(message);
        if (executed.matches()) {
            return executed.group(1);
        }
        Matcher simple = SIMPLE.matcher(message);
        return simple.matches() ? simple.group(1) : null;
    }

    private static Map<Integer, Long> types(String tree) {
        Map<Integer, Long> types = new HashMap<>();
        Matcher found = TYPE.matcher(tree);
        while (found.find()) {
            types.put(Integer.valueOf(found.group(1)), Long.valueOf(found.group(2)));
        }
        return types;
    }

    /** Of a statement that was prepared before the server was told to say it: what the server takes its parameters for. */
    private static Map<Integer, Long> inferred(String sql, String detail, Connection connection) throws SQLException {
        Map<Integer, Long> types = new HashMap<>();
        if (!PARAMETER.matcher(detail).find()) {
            return types;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("prepare inferred as " + sql);
            try (ResultSet parameters = statement.executeQuery(
                    "select number, type::oid::bigint from pg_prepared_statements, unnest(parameter_types) with ordinality"
                            + " as parameter (type, number) where name = 'inferred'")) {
                while (parameters.next()) {
                    types.put(parameters.getInt(1), parameters.getLong(2));
                }
            }
            statement.execute("deallocate inferred");
        }
        return types;
    }

    private List<Value> values(String detail, Map<Integer, Long> types) throws SQLException {
        Map<Integer, Value> values = new TreeMap<>();
        Matcher found = PARAMETER.matcher(detail);
        while (found.find()) {
            int number = Integer.parseInt(found.group(1));
            String text = found.group(3);
            values.put(
                    number,
                    new Value(text == null ? null : text.replace("''", "'"), typeName(types.getOrDefault(number, 0L))));
        }
        return new ArrayList<>(values.values());
    }

    /** @return of a type that the server did not tell nothing is known */
    private String typeName(long type) throws SQLException {
        try (PreparedStatement name = administrator.prepareStatement("select format_type(?::oid, null)")) {
            name.setLong(1, type);
            try (ResultSet row = name.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** What is watched. */
    interface Doing {
        void run() throws Exception;
    }
}
