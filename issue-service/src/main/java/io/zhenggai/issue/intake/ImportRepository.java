package io.zhenggai.issue.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.intake.ImportResult.GivenNumbers;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of imports; each statement a round trip. Leases and ages are by the database's clock. */
@ApplicationScoped
class ImportRepository {

    private static final TypeReference<List<GivenNumbers>> NUMBERS = new TypeReference<>() {};

    private static final String COLUMNS = """
            id, campaign_id, dry_run, existing, media_type, charset, state, person, name, role, region, unit, rows_read, known, registered, findings,
            attempts, mark_column, numbers, refusal, created_at, settled_at
            """;

    private static final String RECEIVE = """
            insert into issue_import (id, campaign_id, dry_run, existing, media_type, charset, state, person, name, role, region, unit)
            values (?, ?, ?, ?, ?, ?, 'RECEIVING', ?, ?, ?, ?, ?)
            """;

    private static final String QUEUE =
            "update issue_import set state = 'QUEUED', created_at = clock_timestamp() where id = ? returning "
                    + COLUMNS;

    /** Whoever has taken over another post does not see what was sent from the one before. */
    private static final String OWN =
            " where id = ? and person = ? and role = ? and region = ? and unit is not distinct from ? and state <> 'RECEIVING'";

    private static final String FIND = "select " + COLUMNS + " from issue_import" + OWN;

    private static final String QUEUE_TO_REGISTER = """
            update issue_import set state = 'QUEUED', dry_run = false, rows_read = 0, known = 0, attempts = 0, settled_at = null
            """ + OWN + " and state = 'DONE' and dry_run returning " + COLUMNS;

    private static final String TAKE = """
            update issue_import
            set state = 'READING', owner = ?, leased_until = clock_timestamp() + interval '30 s', rows_read = 0, known = 0, findings = 0,
                attempts = attempts + 1
            where id = (select id from issue_import
                        where state in ('QUEUED', 'READING', 'REGISTERING')
                          and (leased_until is null or leased_until < clock_timestamp())
                        order by created_at limit 1 for no key update skip locked)
            returning\s""" + COLUMNS;

    private static final String RENEW = """
            update issue_import
            set state = ?, rows_read = ?, known = ?, findings = ?, leased_until = clock_timestamp() + interval '30 s'
            where id = ? and owner = ?
            """;

    private static final String MARK = "update issue_import set mark_column = ? where id = ? and owner = ?";

    private static final String SETTLE = """
            update issue_import
            set state = ?, rows_read = coalesce(?, rows_read), known = ?, registered = ?, findings = ?, numbers = ?, refusal = ?,
                settled_at = clock_timestamp(), owner = null, leased_until = null
            where id = ? and owner = ?
            """;

    private static final String GIVE_BACK = "update issue_import set owner = null, leased_until = null where owner = ?";

    private static final String FORGET = """
            delete from issue_import
            where created_at < clock_timestamp() - interval '7 days'
               or state = 'RECEIVING' and created_at < clock_timestamp() - interval '1 hour'
            """;

    private static final String FORGET_UNLESS_QUEUED = "delete from issue_import where id = ? and state = 'RECEIVING'";

    private final AgroalDataSource dataSource;
    private final Encryption encryption;

    ImportRepository(AgroalDataSource dataSource, Encryption encryption) {
        this.dataSource = dataSource;
        this.encryption = encryption;
    }

    /** Of a file that is still coming; nobody sees it yet. */
    void receive(UUID id, ImportOrder order, Caller by) {
        run(RECEIVE, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, order.campaignId());
            statement.setBoolean(3, order.dryRun());
            statement.setBoolean(4, order.existing());
            statement.setString(5, order.mediaType());
            statement.setString(6, order.charset());
            statement.setString(7, by.person());
            statement.setString(8, by.name());
            statement.setString(9, by.role().name());
            statement.setString(10, by.region());
            statement.setString(11, by.unit().orElse(null));
            return statement.executeUpdate();
        });
    }

    /** @return it, to be worked on from now on; it has come whole */
    ImportRow queue(UUID id) {
        return run(QUEUE, statement -> {
            statement.setObject(1, id);
            return one(statement).orElseThrow();
        });
    }

    /** @return it; empty when it is not there or another's */
    Optional<ImportRow> find(Caller caller, UUID id) {
        return run(FIND, statement -> {
            own(statement, caller, id);
            return one(statement);
        });
    }

    /** @return it, as it is to be registered now; empty when it is not there, another's, or no dry run that ended well */
    Optional<ImportRow> queueToRegister(Caller caller, UUID id) {
        return run(QUEUE_TO_REGISTER, statement -> {
            own(statement, caller, id);
            return one(statement);
        });
    }

    private static void own(PreparedStatement statement, Caller caller, UUID id) throws SQLException {
        statement.setObject(1, id);
        statement.setString(2, caller.person());
        statement.setString(3, caller.role().name());
        statement.setString(4, caller.region());
        statement.setString(5, caller.unit().orElse(null));
    }

    /** @return the oldest one that waits, or whose replica has been silent for 30 seconds; it is the owner's now */
    Optional<ImportRow> take(UUID owner) {
        return run(TAKE, statement -> {
            statement.setObject(1, owner);
            return one(statement);
        });
    }

    /** How far an import is. */
    record Progress(ImportState state, int rowsRead, int known, int findings) {}

    /** @return whether it is still the owner's */
    boolean renew(UUID id, UUID owner, Progress progress) {
        return run(RENEW, statement -> {
                    statement.setString(1, progress.state().name());
                    statement.setInt(2, progress.rowsRead());
                    statement.setInt(3, progress.known());
                    statement.setInt(4, progress.findings());
                    statement.setObject(5, id);
                    statement.setObject(6, owner);
                    return statement.executeUpdate();
                })
                == 1;
    }

    /** Notes where the reasons go in the error file. */
    void mark(UUID id, UUID owner, int column) {
        run(MARK, statement -> {
            statement.setInt(1, column);
            statement.setObject(2, id);
            statement.setObject(3, owner);
            return statement.executeUpdate();
        });
    }

    /** @return whether it was still the owner's, and all is well */
    boolean done(UUID id, UUID owner, int rows, int known, int registered, List<GivenNumbers> numbers) {
        return settle(id, owner, ImportState.DONE, rows, known, registered, 0, numbers, null);
    }

    /** @return whether it was still the owner's, and is refused now */
    boolean refuse(UUID id, UUID owner, int findings, Refusal why) {
        byte[] refusal = encryption.encrypt(
                StoredJson.write(ImportRefusal.of(why)).getBytes(StandardCharsets.UTF_8), context(id));
        return settle(id, owner, ImportState.REFUSED, null, 0, 0, findings, List.of(), refusal);
    }

    private boolean settle(
            UUID id,
            UUID owner,
            ImportState state,
            @Nullable Integer rows,
            int known,
            int registered,
            int findings,
            List<GivenNumbers> numbers,
            byte @Nullable [] refusal) {
        return run(SETTLE, statement -> {
                    statement.setString(1, state.name());
                    statement.setObject(2, rows, Types.INTEGER);
                    statement.setInt(3, known);
                    statement.setInt(4, registered);
                    statement.setInt(5, findings);
                    statement.setString(6, StoredJson.write(numbers));
                    statement.setBytes(7, refusal);
                    statement.setObject(8, id);
                    statement.setObject(9, owner);
                    return statement.executeUpdate();
                })
                == 1;
    }

    /** Another replica may go on at once with what this one has. */
    void giveBack(UUID owner) {
        run(GIVE_BACK, statement -> {
            statement.setObject(1, owner);
            return statement.executeUpdate();
        });
    }

    /** Forgets a file, unless it is to be worked on. */
    void forgetUnlessQueued(UUID id) {
        run(FORGET_UNLESS_QUEUED, statement -> {
            statement.setObject(1, id);
            return statement.executeUpdate();
        });
    }

    /** Forgets what came more than seven days ago, with its file, and what never came whole. */
    void forgetOld() {
        run(FORGET, PreparedStatement::executeUpdate);
    }

    private Optional<ImportRow> one(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            return found.next() ? Optional.of(row(found)) : Optional.empty();
        }
    }

    private ImportRow row(ResultSet found) throws SQLException {
        UUID id = found.getObject("id", UUID.class);
        OffsetDateTime settled = found.getObject("settled_at", OffsetDateTime.class);
        byte[] refusal = found.getBytes("refusal");
        return new ImportRow(
                id,
                found.getObject("campaign_id", UUID.class),
                found.getBoolean("dry_run"),
                found.getBoolean("existing"),
                found.getString("media_type"),
                Optional.ofNullable(found.getString("charset")),
                ImportState.valueOf(found.getString("state")),
                new Caller(
                        found.getString("person"),
                        found.getString("name"),
                        Role.valueOf(found.getString("role")),
                        found.getString("region"),
                        Optional.ofNullable(found.getString("unit")),
                        Set.of()),
                found.getInt("rows_read"),
                found.getInt("known"),
                found.getInt("registered"),
                found.getInt("findings"),
                found.getInt("attempts"),
                Optional.ofNullable(found.getObject("mark_column", Integer.class)),
                StoredJson.read(found.getString("numbers"), NUMBERS),
                refusal == null
                        ? Optional.empty()
                        : Optional.of(StoredJson.read(
                                new String(encryption.decrypt(refusal, context(id)), StandardCharsets.UTF_8),
                                ImportRefusal.class)),
                found.getObject("created_at", OffsetDateTime.class).toInstant(),
                settled == null ? Optional.empty() : Optional.of(settled.toInstant()));
    }

    private static String context(UUID id) {
        return "issue_import.refusal " + id;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the imports could not be reached", e);
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
