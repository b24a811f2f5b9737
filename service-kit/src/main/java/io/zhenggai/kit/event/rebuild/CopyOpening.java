package io.zhenggai.kit.event.rebuild;

import io.zhenggai.kit.event.inbox.CopyGoneException;
import io.zhenggai.kit.event.inbox.Opening;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Has a transaction work on the copy of a rebuild, by one statement. Whoever ends the rebuild waits for the transaction: a schema
 * dropped under it would let its statements fall through to the live tables.
 */
record CopyOpening(long id, UUID owner, String schema) implements Opening {

    /** By a function: after a SET the driver would prepare all statements of the connection anew. */
    private static final String OPEN = """
            select set_config('search_path', ?, true) from projection_rebuild
            where id = ? and owner = ? and state = 'RUNNING' for key share
            """;

    @Override
    public void open(Connection connection) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(OPEN)) {
            open.setString(1, schema + ", public");
            open.setLong(2, id);
            open.setObject(3, owner);
            try (ResultSet found = open.executeQuery()) {
                if (!found.next()) {
                    throw new CopyGoneException();
                }
            }
        }
    }
}
