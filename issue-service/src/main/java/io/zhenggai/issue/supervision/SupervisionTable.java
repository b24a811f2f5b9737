package io.zhenggai.issue.supervision;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What is written of supervisions, each in the transaction at hand. */
@ApplicationScoped
class SupervisionTable {

    /** What was proposed once of an issue, step and limit is there, whatever became of it. */
    private static final String INSERT = """
            insert into supervision (id, version, kind, status, issuer, cause, issue_id, basis, since, proposed_at, proposed_by, body, reply_within)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (issue_id, kind, cause, basis) where issue_id is not null do nothing
            """;

    private static final String INSERT_ISSUE = """
            insert into supervision_issue (supervision_id, issue_id, ledger_number, city_code, region_code) values (?, ?, ?, ?, ?)
            """;
    private static final String PUT_ADDRESSEE = """
            insert into supervision_addressee (supervision_id, ordinal, city_code, region_code, unit, status, reply_by, reply, replied_at,
                                               replied_by, replied_by_person, returns, opinion, settled_at, settled_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (supervision_id, ordinal) do update
            set status = excluded.status, reply_by = excluded.reply_by, reply = excluded.reply, replied_at = excluded.replied_at,
                replied_by = excluded.replied_by, replied_by_person = excluded.replied_by_person, returns = excluded.returns,
                opinion = excluded.opinion, settled_at = excluded.settled_at, settled_by = excluded.settled_by
            """;
    private static final String UPDATE = """
            update supervision
            set version = ?, status = ?, body = ?, reply_within = ?, number = ?, signed_at = ?, signed_by = ?, reply_by = ?, dropped_at = ?,
                dropped_by = ?, reason = ?, combined_into = ?
            where id = ?
            """;
    private static final String NEXT_NUMBER = """
            insert into supervision_counter (kind, issuer, year, last) values (?, ?, ?, 1)
            on conflict (kind, issuer, year) do update set last = supervision_counter.last + 1
            returning last
            """;

    private final AgroalDataSource dataSource;

    SupervisionTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Three statements. @return false when the same was proposed before: nothing is stored then */
    boolean add(Supervision supervision) {
        SupervisionFields fields = supervision.fields();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, fields.id());
            insert.setLong(2, supervision.version());
            insert.setString(3, fields.kind().name());
            insert.setString(4, fields.status().name());
            insert.setString(5, fields.issuer());
            insert.setString(6, fields.cause() == null ? null : fields.cause().name());
            insert.setObject(7, supervision.issueId().orElse(null));
            insert.setString(8, supervision.basis().orElse(null));
            insert.setObject(9, fields.since());
            insert.setObject(10, fields.proposedAt().atOffset(ZoneOffset.UTC));
            insert.setString(11, fields.proposedBy());
            insert.setString(12, fields.body());
            insert.setInt(13, fields.replyWithin());
            if (insert.executeUpdate() == 0) {
                return false;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the supervision could not be stored", e);
        }
        ManyRows.write(dataSource, INSERT_ISSUE, fields.issues(), (insert, issue) -> {
            insert.setObject(1, fields.id());
            insert.setObject(2, issue.id());
            insert.setString(3, issue.ledgerNumber());
            insert.setString(4, issue.city());
            insert.setString(5, issue.region());
        });
        putAddressees(fields);
        return true;
    }

    /** Two statements. */
    void update(Supervision supervision) {
        SupervisionFields fields = supervision.fields();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, supervision.version());
            update.setString(2, fields.status().name());
            update.setString(3, fields.body());
            update.setInt(4, fields.replyWithin());
            update.setString(5, fields.number());
            update.setObject(6, moment(fields.signedAt()));
            update.setString(7, fields.signedBy());
            update.setObject(8, fields.replyBy());
            update.setObject(9, moment(fields.droppedAt()));
            update.setString(10, fields.droppedBy());
            update.setString(11, fields.reason());
            update.setObject(12, fields.combinedInto());
            update.setObject(13, fields.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the supervision could not be stored", e);
        }
        putAddressees(fields);
    }

    private void putAddressees(SupervisionFields fields) {
        ManyRows.write(dataSource, PUT_ADDRESSEE, fields.addressees(), (put, addressee) -> {
            put.setObject(1, fields.id());
            put.setInt(2, addressee.ordinal());
            put.setString(3, addressee.city());
            put.setString(4, addressee.region());
            put.setString(5, addressee.unit());
            put.setString(6, addressee.status().name());
            put.setObject(7, addressee.replyBy());
            put.setString(8, addressee.reply());
            put.setObject(9, moment(addressee.repliedAt()));
            put.setString(10, addressee.repliedBy());
            put.setString(11, addressee.repliedByPerson());
            put.setInt(12, addressee.returns());
            put.setString(13, addressee.opinion());
            put.setObject(14, moment(addressee.settledAt()));
            put.setString(15, addressee.settledBy());
        });
    }

    /**
     * One statement; who signs the same kind for the same issuer waits until this transaction ends, and gets this number where it is rolled
     * back: so none is missing, and none is given twice.
     */
    int nextNumber(SupervisionKind kind, String issuer, int year) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement next = connection.prepareStatement(NEXT_NUMBER)) {
            next.setString(1, kind.name());
            next.setString(2, issuer);
            next.setInt(3, year);
            try (ResultSet given = next.executeQuery()) {
                given.next();
                return given.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no number was given", e);
        }
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
