package io.zhenggai.kit.event.inbox;

import java.sql.Connection;
import java.sql.SQLException;

/** What begins the transaction of a batch. */
public interface Opening {

    /** The service's own tables, as they are. */
    Opening NONE = connection -> {};

    /**
     * @param connection of the transaction, on which nothing was done yet
     * @throws CopyGoneException when the batch must not have its effect
     */
    void open(Connection connection) throws SQLException;
}
