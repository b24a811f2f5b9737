package io.zhenggai.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** One statement for any number of rows, which the driver sends together. */
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the rows could not be written", e);
        }
    }

    /** Sets the parameters of a statement from a row. */
    public interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }
}
