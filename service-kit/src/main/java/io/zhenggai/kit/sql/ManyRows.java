package io.zhenggai.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** One statement for any number of rows, in one round trip. */
public final class ManyRows {

    private ManyRows() {}

    /**
     * Executes the statement once for each row, in their order, in the transaction at hand.
     *
     * @param sql an insert, update or delete of one row; of an upsert no two may be about the same
     * @param binding sets every parameter of it
     * @throws IllegalStateException caused by what the database said, when it does not take one of them
     */
    public static <T> void write(DataSource dataSource, String sql, Collection<T> rows, Binding<T> binding) {
        execute(dataSource, sql, statement -> {
            for (T row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        });
    }

    /**
     * Executes the statement once for all rows, in the transaction at hand: for tables that thousands of rows come to.
     *
     * @param sql an insert, update or delete of what it takes from {@code unnest(?, ?, …)}; of an upsert no two may be about the same
     * @param binding sets every parameter of it
     * @throws IllegalStateException caused by what the database said, when it does not take one of them
     */
    public static <T> void writeAtOnce(DataSource dataSource, String sql, List<T> rows, ColumnBinding<T> binding) {
        execute(dataSource, sql, statement -> {
            binding.bind(new Columns<>(statement, rows));
            statement.executeUpdate();
        });
    }

    private static void execute(DataSource dataSource, String sql, Execution execution) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            execution.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows could not be written", e);
        }
    }

    /** Sets the parameters of a statement from a row. */
    public interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /** Sets the parameters of a statement, each from a column of the rows. */
    public interface ColumnBinding<T> {
        void bind(Columns<T> columns) throws SQLException;
    }

    private interface Execution {
        void run(PreparedStatement statement) throws SQLException;
    }
}
