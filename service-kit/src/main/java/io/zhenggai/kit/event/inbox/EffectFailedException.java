package io.zhenggai.kit.event.inbox;

import java.sql.SQLException;

/** The database refused a statement of the batch. */
class EffectFailedException extends RuntimeException {

    EffectFailedException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
