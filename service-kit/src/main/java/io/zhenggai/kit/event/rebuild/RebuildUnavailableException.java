package io.zhenggai.kit.event.rebuild;

import java.sql.SQLException;

/** The database did not do what a rebuild asked of it. */
class RebuildUnavailableException extends RuntimeException {

    RebuildUnavailableException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
