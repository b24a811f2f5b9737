package io.zhenggai.kit.sql;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SQL whose parameters have names ({@code :city}), so that the conditions of a scope can stand beside those of a question. */
public final class NamedStatement {

    /** A cast ({@code ::date}) is not a parameter. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    /** A list asks the same questions all day: some two thousand characters, which need to be looked through once. */
    private static final LoadingCache<String, Positional> KNOWN =
            Caffeine.newBuilder().maximumSize(1_000).build(Positional::of);

    private NamedStatement() {}

    /**
     * @param sql without colons in text literals
     * @param parameters the values by name; any JDBC type that PostgreSQL's driver binds by itself
     * @return the statement, bound, to be closed by the caller
     * @throws IllegalArgumentException when a parameter has no value
     */
    public static PreparedStatement prepare(Connection connection, String sql, Map<String, Object> parameters)
            throws SQLException {
        Positional positional = KNOWN.get(sql);
        List<Object> values = positional.names().stream()
                .map(name -> valueOf(name, parameters))
                .toList();
        PreparedStatement statement = connection.prepareStatement(positional.sql());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private record Positional(String sql, List<String> names) {

        static Positional of(String sql) {
            List<String> names = new ArrayList<>();
            String positional = PARAMETER.matcher(sql).replaceAll(found -> {
                names.add(found.group(1));
                return "?";
            });
            return new Positional(positional, List.copyOf(names));
        }
    }

    private static Object valueOf(String name, Map<String, Object> parameters) {
        Object value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the parameter " + name + " has no value");
        }
        return value;
    }
}
