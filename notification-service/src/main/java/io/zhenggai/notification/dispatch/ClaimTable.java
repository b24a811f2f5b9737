package io.zhenggai.notification.dispatch;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.UnreadableException;
import io.zhenggai.notification.mail.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims and what becomes of them: two statements for a message that is sent, one to take it and to look once more whether it
 * is owed, one to store what the server said.
 */
@ApplicationScoped
class ClaimTable {

    private static final Logger LOG = Logger.getLogger(ClaimTable.class);

    private static final String IS_DUE = """
            (status = 'PENDING' and (day = ? or may_have_arrived) and not_before <= clock_timestamp()
             or status = 'SENDING' and leased_until < clock_timestamp())
            """;

    private static final String ANY_DUE = "select exists (select from dispatch where " + IS_DUE + ")";

    /** Whether the address is that of a post, given by its region, unit and role. */
    private static final String IS_HELD = """
            exists (select from contact where email_digest = address_digest and (contact.region_code, contact.unit, contact.post) = ({post}))
            """;

    /** In place of a post, the contacts of its party and of the levels above it are told. */
    private static final String STANDS_IN = """
            reminder.vacant and exists (
                select from contact
                where email_digest = address_digest and contact.post = 'CONTACT' and contact.unit in ('', reminder.post_unit)
                  and contact.region_code in (reminder.post_region, reminder.city_code, left(reminder.post_region, 2) || '0000'))
            """;

    /** Who left it in SENDING may have sent it. */
    private static final String CLAIM = """
            with next as (
                select id from dispatch where {isDue} order by number limit 1 for update skip locked),
            claimed as (
                update dispatch
                set status = 'SENDING', token = ?, leased_until = clock_timestamp() + ? * interval '1 millisecond',
                    attempts = attempts + 1, may_have_arrived = may_have_arrived or status = 'SENDING'
                from next where dispatch.id = next.id
                returning dispatch.*),
            begun as (
                insert into dispatch_attempt (dispatch_id, number) select id, attempts from claimed)
            select id, attempts, address, day, subject, body, created_at, may_have_arrived,
                   {recipientIsHeld} and not exists (
                       select from dispatch_item as item join reminder on reminder.id = item.reminder_id
                       where item.dispatch_id = claimed.id and not item.dropped and not {postIsHeld} and not ({standsIn})) as held,
                   not exists (
                       select from dispatch_item as item
                       where item.dispatch_id = claimed.id and not item.dropped and not {isOwed}) as all_owed
            from claimed
            """.replace("{isDue}", IS_DUE)
            .replace("{recipientIsHeld}", IS_HELD.replace("{post}", "recipient_region, recipient_unit, recipient_role"))
            .replace(
                    "{postIsHeld}",
                    IS_HELD.replace("{post}", "reminder.post_region, reminder.post_unit, reminder.post_role"))
            .replace("{standsIn}", STANDS_IN)
            .replace("{isOwed}", ContentTable.IS_OWED);

    /** Nothing was sent, so it was no attempt either. */
    private static final String END_UNSENT = """
            with ended as (
                update dispatch
                set status = ?, reason = ?, token = null, leased_until = null, attempts = attempts - 1
                where id = ? and token = ?
                returning id, attempts)
            delete from dispatch_attempt as attempt using ended
            where attempt.dispatch_id = ended.id and attempt.number = ended.attempts + 1
            """;

    private static final String PUT_OFF = """
            with off as (
                update dispatch
                set status = 'PENDING', token = null, leased_until = null, attempts = attempts - 1,
                    not_before = clock_timestamp() + interval '1 hour'
                where id = ? and token = ?
                returning id, attempts)
            delete from dispatch_attempt as attempt using off
            where attempt.dispatch_id = off.id and attempt.number = off.attempts + 1
            """;

    private static final String RECORD = """
            with done as (
                update dispatch
                set status = ?, reason = ?, server_answer = ?, sent_at = ?, sent_on = ?, token = null, leased_until = null,
                    not_before = clock_timestamp() + ? * interval '1 millisecond', may_have_arrived = may_have_arrived or ?
                where id = ? and token = ? and status = 'SENDING'
                returning id, attempts)
            update dispatch_attempt as attempt
            set ended_at = clock_timestamp(), outcome = ?, answer = ?
            from done where attempt.dispatch_id = done.id and attempt.number = done.attempts
            """;

    private final AgroalDataSource dataSource;
    private final Encryption encryption;

    ClaimTable(AgroalDataSource dataSource, Encryption encryption) {
        this.dataSource = dataSource;
        this.encryption = encryption;
    }

    boolean isAnythingDue(LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement(ANY_DUE)) {
            ask.setObject(1, today);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the dispatches could not be read", e);
        }
    }

    /** Takes the next one that is due; empty when none is, or others have them all. */
    Optional<Claimed> claim(LocalDate today, UUID token, Duration lease) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, today);
            claim.setObject(2, token);
            claim.setLong(3, lease.toMillis());
            try (ResultSet found = claim.executeQuery()) {
                return found.next() ? readable(found, token) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the next dispatch could not be claimed", e);
        }
    }

    /** One that no key reads must not hold up all behind it; with its key it is sent. */
    private Optional<Claimed> readable(ResultSet found, UUID token) throws SQLException {
        try {
            return Optional.of(claimed(found, token));
        } catch (UnreadableException e) {
            UUID id = found.getObject("id", UUID.class);
            LOG.errorf("the address of dispatch %s cannot be read, next try in an hour: %s", id, e.getMessage());
            putOff(id, token);
            return Optional.empty();
        }
    }

    private void putOff(UUID id, UUID token) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement off = connection.prepareStatement(PUT_OFF)) {
            off.setObject(1, id);
            off.setObject(2, token);
            off.executeUpdate();
        }
    }

    private Claimed claimed(ResultSet found, UUID token) throws SQLException {
        UUID id = found.getObject("id", UUID.class);
        return new Claimed(
                id,
                token,
                found.getInt("attempts"),
                encryption.decrypt(found.getBytes("address"), DispatchColumns.ADDRESS, id),
                found.getObject("day", LocalDate.class),
                found.getString("subject"),
                found.getString("body"),
                found.getObject("created_at", OffsetDateTime.class).toInstant(),
                found.getBoolean("may_have_arrived"),
                found.getBoolean("held"),
                found.getBoolean("all_owed"));
    }

    /** Ends it at its turn without another attempt. */
    void endUnsent(Claimed claimed, DispatchStatus status, DispatchReason reason) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement end = connection.prepareStatement(END_UNSENT)) {
            end.setString(1, status.name());
            end.setString(2, reason.name());
            end.setObject(3, claimed.id());
            end.setObject(4, claimed.token());
            end.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the dispatch could not be ended", e);
        }
    }

    /**
     * Stores the end of an attempt.
     *
     * @param now by the business clock
     * @param rest until the next try, if there is one
     * @return false when it is no longer this process's
     */
    boolean record(Claim claim, Delivery delivery, Instant now, LocalDate today, Duration rest) {
        boolean sent = delivery.outcome() == Delivery.Outcome.ACCEPTED;
        boolean refused = delivery.outcome() == Delivery.Outcome.REFUSED;
        DispatchStatus status = sent ? DispatchStatus.SENT : refused ? DispatchStatus.FAILED : DispatchStatus.PENDING;
        @Nullable String reason = refused ? DispatchReason.REFUSED_BY_SERVER.name() : null;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement record = connection.prepareStatement(RECORD)) {
            record.setString(1, status.name());
            record.setString(2, reason);
            record.setBytes(3, encryption.encrypt(delivery.answer(), DispatchColumns.SERVER_ANSWER, claim.id()));
            record.setObject(4, sent ? now.atOffset(ZoneOffset.UTC) : null);
            record.setObject(5, sent ? today : null);
            record.setLong(6, rest.toMillis());
            record.setBoolean(7, delivery.outcome() == Delivery.Outcome.UNKNOWN);
            record.setObject(8, claim.id());
            record.setObject(9, claim.token());
            record.setString(10, delivery.outcome().name());
            record.setBytes(11, encryption.encrypt(delivery.answer(), DispatchColumns.ATTEMPT_ANSWER, claim.id()));
            return record.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the end of an attempt could not be stored", e);
        }
    }
}
