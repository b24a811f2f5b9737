package io.zhenggai.kit.event.rebuild;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.event.inbox.CopyReader;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of rebuilds, and the transactions in which they are changed: by operators, and by the replica that works on one. */
@Singleton
class RebuildRows {

    private final AgroalDataSource dataSource;

    RebuildRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return the oldest that runs and that no other replica has */
    Optional<Rebuild> take(UUID owner, Collection<String> aggregateTypes) {
        return inTransaction(connection -> RebuildTable.take(connection, owner, aggregateTypes));
    }

    /** @return whether it is still the owner's */
    boolean renew(long id, UUID owner, CopyReader.@Nullable Progress progress, Optional<String> obstacle) {
        return inTransaction(connection -> RebuildTable.renew(connection, id, owner, progress, obstacle));
    }

    void giveBack(long id, UUID owner) {
        inTransaction(connection -> {
            RebuildTable.giveBack(connection, id, owner);
            return id;
        });
    }

    /** The copy goes; what was another's by now stays. */
    void fail(long id, UUID owner, CopySchema copy, String failure) {
        inTransaction(connection -> {
            if (RebuildTable.lockOwn(connection, id, owner)) {
                copy.drop(connection);
                RebuildTable.end(connection, id, RebuildState.FAILED, failure);
            }
            return id;
        });
    }

    <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return work.run(connection);
            } catch (SQLException e) {
                throw new RebuildUnavailableException(e);
            }
        });
    }

    /** What is done in a transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
