package io.zhenggai.notification.dispatch;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.NewestFirst;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.sql.NamedStatement;
import io.zhenggai.notification.contact.EmailAddress;
import io.zhenggai.notification.mail.Delivery.Outcome;
import io.zhenggai.notification.planning.PostRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dispatch records, each question within a caller's scope. */
@ApplicationScoped
class DispatchRepository {

    private static final String SELECT = """
            select number, id, day, address, recipient_region, recipient_unit, recipient_role, subject, body, status, reason,
                   attempts, server_answer, sent_at
            from dispatch where {conditions}
            """;

    private static final String ATTEMPTS = """
            select number, started_at, ended_at, outcome, answer from dispatch_attempt where dispatch_id = ? order by number
            """;

    private final AgroalDataSource dataSource;
    private final Encryption encryption;
    private final KeyedDigest digest;

    DispatchRepository(AgroalDataSource dataSource, Encryption encryption, KeyedDigest digest) {
        this.dataSource = dataSource;
        this.encryption = encryption;
        this.digest = digest;
    }

    Optional<StoredDispatch> find(RegionScope scope, UUID id) {
        Conditions conditions = inScope(scope).and("id = :id", "id", Optional.of(id));
        String sql = SELECT.replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet found = read.executeQuery()) {
            return found.next() ? Optional.of(dispatch(found)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the dispatch could not be read", e);
        }
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<StoredDispatch> list(RegionScope scope, DispatchFilter filter, PageRequest page) {
        Conditions conditions = inScope(scope)
                .and("status = :status", "status", filter.status().map(DispatchStatus::name))
                .and("recipient_region = :region", "region", filter.region())
                .and(
                        "address_digest = :recipient",
                        "recipient",
                        filter.recipient().map(digest::of))
                .and("day >= :from", "from", filter.from())
                .and("day <= :to", "to", filter.to());
        NewestFirst pages = new NewestFirst(conditions, scope + filter.toString(), page);
        try (Connection connection = dataSource.getConnection()) {
            return pages.read(
                    connection,
                    SELECT,
                    "select count(*) from dispatch where {conditions}",
                    "number",
                    this::dispatch,
                    StoredDispatch::number);
        } catch (SQLException e) {
            throw new IllegalStateException("the dispatches could not be read", e);
        }
    }

    /** A department of a city is told what goes to that city's department, not to those of its counties. */
    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "city_code", "region_code", "unit = :scopeUnit and region_code = city_code");
    }

    /** The attempts of a message that was found within the caller's scope, the first first. */
    List<AttemptView> attempts(StoredDispatch dispatch) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(ATTEMPTS)) {
            read.setObject(1, dispatch.id());
            try (ResultSet found = read.executeQuery()) {
                List<AttemptView> attempts = new ArrayList<>();
                while (found.next()) {
                    attempts.add(new AttemptView(
                            found.getInt("number"),
                            found.getObject("started_at", OffsetDateTime.class).toInstant(),
                            instant(found, "ended_at"),
                            Optional.ofNullable(found.getString("outcome")).map(Outcome::valueOf),
                            answer(found, "answer", DispatchColumns.ATTEMPT_ANSWER, dispatch.id())));
                }
                return attempts;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the attempts could not be read", e);
        }
    }

    private StoredDispatch dispatch(ResultSet found) throws SQLException {
        UUID id = found.getObject("id", UUID.class);
        return new StoredDispatch(
                found.getLong("number"),
                id,
                found.getObject("day", LocalDate.class),
                new EmailAddress(encryption.decrypt(found.getBytes("address"), DispatchColumns.ADDRESS, id)),
                found.getString("recipient_region"),
                found.getString("recipient_unit"),
                PostRole.valueOf(found.getString("recipient_role")),
                found.getString("subject"),
                found.getString("body"),
                DispatchStatus.valueOf(found.getString("status")),
                Optional.ofNullable(found.getString("reason")).map(DispatchReason::valueOf),
                found.getInt("attempts"),
                answer(found, "server_answer", DispatchColumns.SERVER_ANSWER, id),
                instant(found, "sent_at"));
    }

    private Optional<String> answer(ResultSet found, String name, EncryptedColumn column, UUID dispatch)
            throws SQLException {
        return Optional.ofNullable(found.getBytes(name)).map(stored -> encryption.decrypt(stored, column, dispatch));
    }

    private static Optional<Instant> instant(ResultSet found, String column) throws SQLException {
        @Nullable OffsetDateTime moment = found.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
