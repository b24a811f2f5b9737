package io.zhenggai.kit.event.rebuild;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.database.DatabaseFailure;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.event.inbox.CopyFailedException;
import io.zhenggai.kit.event.inbox.CopyGoneException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.apache.kafka.common.KafkaException;

/** Puts the copy of a rebuild in the place of the live tables, in one transaction. */
@Singleton
class RebuildSwitchService {

    /** What the copy may be behind when the live consumer is made to wait for it. */
    private static final long NEAR = 2_000;

    private static final int MOST_LOOKS = 60;
    private static final int TIMEOUT_SECONDS = 120;

    /**
     * A transaction that sees an older state of the database, and comes to the tables only after the switch, would find them
     * without the rows that the copy got meanwhile: those of now are waited for, but those that wait for us.
     */
    private static final String OLDER_READERS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
              and backend_xmin is not null and xact_start < ? and not pg_backend_pid() = any (pg_blocking_pids(pid))
            """;

    /** Within a transaction the activity is looked up once, unless it is forgotten. */
    private static final String REST = "select pg_sleep(0.05), pg_stat_clear_snapshot()";

    private final AgroalDataSource dataSource;

    RebuildSwitchService(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return whether the copy is so near that the switch may be tried */
    boolean isNear(CopySchema copy, String aggregateType) {
        try (Connection connection = dataSource.getConnection()) {
            return inbox(connection, copy, aggregateType).behind() <= NEAR;
        } catch (SQLException e) {
            throw new RebuildUnavailableException(e);
        }
    }

    /** Statistics for the copy, before it is asked. */
    void prepare(CopySchema copy) {
        try (Connection connection = dataSource.getConnection()) {
            copy.analyze(connection);
        } catch (SQLException e) {
            throw new RebuildUnavailableException(e);
        }
    }

    /**
     * Tries it.
     *
     * @param catchUp feeds the copy while the live consumer waits, until it is no more behind; called with the number of places
     *     that it is behind, again and again, until it returns false
     * @return what is in the way for now, nothing having been changed; empty when it is done
     * @throws CopyFailedException when the copy must not take the place
     * @throws CopyGoneException when the rebuild is not the owner's any more
     * @throws KafkaException when the brokers do not answer
     */
    Optional<String> attempt(Rebuild rebuild, UUID owner, CopySchema copy, LongPredicate catchUp) {
        try {
            QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
                try (Connection connection = dataSource.getConnection()) {
                    switchOver(connection, rebuild, owner, copy, catchUp);
                }
                return rebuild;
            });
            return Optional.empty();
        } catch (NotYetException e) {
            return Optional.of(e.getMessage());
        } catch (CopyFailedException | CopyGoneException | KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.of(obstacle(e));
        }
    }

    private void switchOver(Connection connection, Rebuild rebuild, UUID owner, CopySchema copy, LongPredicate catchUp)
            throws SQLException {
        LiveInbox inbox = inbox(connection, copy, rebuild.aggregateType());
        waitAtMost(connection, "5s");
        inbox.lock();
        long behind = inbox.behind();
        while (behind > 0 && catchUp.test(behind)) {
            behind = inbox.behind();
        }
        if (behind > 0) {
            throw new NotYetException("the live projection is ahead by " + behind + " places");
        }
        if (!RebuildTable.lockOwn(connection, rebuild.id(), owner)) {
            throw new CopyGoneException();
        }
        refuseUnlessRight(connection, inbox, copy);
        inbox.replace(rebuild.id());
        if (!awaitOlderReaders(connection)) {
            throw new NotYetException("a long transaction is under way, which would miss rows after the switch");
        }
        waitAtMost(connection, "500ms");
        copy.takePlace(connection);
        copy.drop(connection);
        RebuildTable.end(connection, rebuild.id(), RebuildState.SWITCHED, null);
    }

    private static void refuseUnlessRight(Connection connection, LiveInbox inbox, CopySchema copy) throws SQLException {
        Optional<String> against = copy.difference(connection);
        if (against.isEmpty()) {
            against = inbox.reasonAgainst();
        }
        if (against.isPresent()) {
            throw new CopyFailedException(against.get());
        }
    }

    private static boolean awaitOlderReaders(Connection connection) throws SQLException {
        OffsetDateTime now;
        try (Statement clock = connection.createStatement();
                ResultSet told = clock.executeQuery("select clock_timestamp()")) {
            told.next();
            now = told.getObject(1, OffsetDateTime.class);
        }
        try (PreparedStatement older = connection.prepareStatement(OLDER_READERS);
                PreparedStatement rest = connection.prepareStatement(REST)) {
            older.setObject(1, now);
            for (int look = 0; look < MOST_LOOKS; look++) {
                try (ResultSet counted = older.executeQuery()) {
                    counted.next();
                    if (counted.getLong(1) == 0) {
                        return true;
                    }
                }
                rest.execute();
            }
        }
        return false;
    }

    private static void waitAtMost(Connection connection, String longest) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
            set.setString(1, longest);
            set.execute();
        }
    }

    private static LiveInbox inbox(Connection connection, CopySchema copy, String aggregateType) {
        return new LiveInbox(connection, copy.name(), Topics.of(aggregateType), aggregateType);
    }

    /** A refusal that would come again ends the rebuild; one that passes is told. */
    private static String obstacle(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (DatabaseFailure.of(failure).isEmpty()) {
            throw new CopyFailedException("the switch was refused: " + cause.getMessage(), failure);
        }
        return "the switch has to wait: " + cause.getMessage();
    }

    /** Rolls the attempt back: it has come too early. */
    private static final class NotYetException extends RuntimeException {
        NotYetException(String obstacle) {
            super(obstacle);
        }
    }
}
