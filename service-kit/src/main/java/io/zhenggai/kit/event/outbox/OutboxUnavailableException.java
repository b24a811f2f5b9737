package io.zhenggai.kit.event.outbox;

import java.sql.SQLException;

/** The database did not take the events; the command's transaction cannot be committed any more. */
public class OutboxUnavailableException extends RuntimeException {

    OutboxUnavailableException(SQLException cause) {
        super("the outbox did not take the events", cause);
    }
}
