package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for of issues. Reached only through an issue that was found within a scope, and changed only while its row is locked. One
 * statement each.
 */
@ApplicationScoped
class IssueRequests {

    private static final String INSERT = """
            insert into issue_request (id, issue_id, kind, state, decided_by, reason, deadline, suggested_unit, stage_goal, stage_review_on,
                                       asked_at, asked_by, asked_by_person)
            values (?, ?, ?, 'PENDING', ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_ISSUE = "select * from issue_request where issue_id = ? order by id";
    private static final String PENDING = """
            select issue_id, kind, decided_by, asked_at from issue_request
            where issue_id = any (?) and state = 'PENDING' order by id
            """;
    private static final String FIND = "select * from issue_request where issue_id = ? and id = ?";
    private static final String SETTLE = """
            update issue_request set state = ?, settled_at = ?, settled_by = ?, settled_by_person = ?, opinion = ?
            where issue_id = ? and id = ?
            """;
    private static final String LAPSE = """
            update issue_request set state = 'LAPSED', settled_at = ?
            where issue_id = ? and state = 'PENDING' and kind = any (?)
            """;

    private final AgroalDataSource dataSource;

    IssueRequests(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One of them, with the person who asked, who does not decide.
     *
     * @param askedByPerson the token's subject
     */
    record Stored(IssueRequest request, String askedByPerson) {}

    void add(UUID issueId, IssueRequest request, Caller asking) {
        run(INSERT, insert -> {
            insert.setObject(1, request.id());
            insert.setObject(2, issueId);
            insert.setString(3, request.kind().name());
            insert.setString(4, request.decidedBy().name());
            insert.setString(5, request.reason());
            insert.setObject(6, request.deadline());
            insert.setString(7, request.suggestedUnit());
            insert.setString(8, request.stageGoal());
            insert.setObject(9, request.stageReviewOn());
            insert.setObject(10, request.askedAt().atOffset(ZoneOffset.UTC));
            insert.setString(11, request.askedBy());
            insert.setString(12, asking.person());
            return insert.executeUpdate();
        });
    }

    /** The oldest first. */
    List<IssueRequest> of(UUID issueId) {
        return run(OF_ISSUE, read -> {
            read.setObject(1, issueId);
            try (ResultSet found = read.executeQuery()) {
                List<IssueRequest> requests = new ArrayList<>();
                while (found.next()) {
                    requests.add(request(found));
                }
                return requests;
            }
        });
    }

    /** One that waits for its decision. */
    record Pending(UUID issueId, RequestKind kind, Level decidedBy, Instant askedAt) {}

    /** The oldest first, those of several issues among each other. */
    List<Pending> pending(Collection<UUID> issueIds) {
        return run(PENDING, read -> {
            read.setArray(1, read.getConnection().createArrayOf("uuid", issueIds.toArray()));
            try (ResultSet found = read.executeQuery()) {
                List<Pending> pending = new ArrayList<>();
                while (found.next()) {
                    pending.add(new Pending(
                            found.getObject("issue_id", UUID.class),
                            RequestKind.valueOf(found.getString("kind")),
                            Level.valueOf(found.getString("decided_by")),
                            found.getObject("asked_at", OffsetDateTime.class).toInstant()));
                }
                return pending;
            }
        });
    }

    Optional<Stored> find(UUID issueId, UUID id) {
        return run(FIND, read -> {
            read.setObject(1, issueId);
            read.setObject(2, id);
            try (ResultSet found = read.executeQuery()) {
                return found.next()
                        ? Optional.of(new Stored(request(found), found.getString("asked_by_person")))
                        : Optional.empty();
            }
        });
    }

    /** @param opinion null where none is given */
    void settle(
            UUID issueId, UUID id, RequestState state, Caller settling, @Nullable String opinion, Instant settledAt) {
        run(SETTLE, settle -> {
            settle.setString(1, state.name());
            settle.setObject(2, settledAt.atOffset(ZoneOffset.UTC));
            settle.setString(3, settling.name());
            settle.setString(4, settling.person());
            settle.setString(5, opinion);
            settle.setObject(6, issueId);
            settle.setObject(7, id);
            return settle.executeUpdate();
        });
    }

    void lapse(UUID issueId, List<RequestKind> kinds, Instant lapsedAt) {
        run(LAPSE, lapse -> {
            lapse.setObject(1, lapsedAt.atOffset(ZoneOffset.UTC));
            lapse.setObject(2, issueId);
            lapse.setArray(
                    3,
                    lapse.getConnection()
                            .createArrayOf(
                                    "text", kinds.stream().map(Enum::name).toArray()));
            return lapse.executeUpdate();
        });
    }

    private <R> R run(String sql, Statement<R> statement) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(sql)) {
            return statement.run(prepared);
        } catch (SQLException e) {
            throw new IllegalStateException("the requests of an issue could not be read or written", e);
        }
    }

    private interface Statement<R> {
        R run(PreparedStatement prepared) throws SQLException;
    }

    private static IssueRequest request(ResultSet found) throws SQLException {
        OffsetDateTime settledAt = found.getObject("settled_at", OffsetDateTime.class);
        return new IssueRequest(
                found.getObject("id", UUID.class),
                RequestKind.valueOf(found.getString("kind")),
                RequestState.valueOf(found.getString("state")),
                Level.valueOf(found.getString("decided_by")),
                found.getString("reason"),
                found.getObject("deadline", LocalDate.class),
                found.getString("suggested_unit"),
                found.getString("stage_goal"),
                found.getObject("stage_review_on", LocalDate.class),
                found.getObject("asked_at", OffsetDateTime.class).toInstant(),
                found.getString("asked_by"),
                settledAt == null ? null : settledAt.toInstant(),
                found.getString("settled_by"),
                found.getString("opinion"));
    }
}
