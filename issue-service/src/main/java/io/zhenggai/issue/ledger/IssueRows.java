package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.paging.Conditions;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ledger for features that find or export issues by SQL of their own: table {@code issue}, within a caller's scope. Which of the
 * columns may be null, {@link IssueFields} says.
 */
public final class IssueRows {

    /**
     * What {@link #read} reads, in its order; to be selected from {@code issue} before anything else. Most arrays are empty, and null tells that
     * cheaper.
     */
    public static final String COLUMNS = """
            issue.id, issue.ledger_number, issue.campaign_id, issue.city_code, issue.region_code, issue.source, issue.description, \
            issue.category, issue.severity, issue.status, issue.registered_at, issue.registered_unit, issue.verifier, issue.assigned_by, \
            issue.assigned_at, issue.acknowledge_by, issue.office_acknowledged_at, issue.allotted_at, issue.acknowledged_at, \
            issue.cause_analysis, issue.rectification_goal, issue.lead_unit, nullif(issue.cooperating_units, '{}'), issue.responsible_person, \
            issue.deadline, issue.due_on, issue.progress, issue.progress_at, issue.result, issue.lasting_mechanism, \
            issue.close_out_requested_at, issue.first_reviewed_at, issue.closed_at, issue.verified_by, issue.stage_goal, \
            issue.stage_review_on, issue.merged_into, issue.recurrence_of, issue.split_from, issue.carried_over_from, issue.returns, \
            issue.extensions, issue.revocations, nullif(issue.pending_requests, '{}'), issue.answers_owed, issue.answer_due_on, issue.evidence_count, \
            issue.version""";

    /** Each of the three has an index of its own. */
    private static final String OF_UNIT = "issue.lead_unit = :scopeUnit or issue.registered_unit = :scopeUnit"
            + " or issue.cooperating_units <> '{}' and issue.cooperating_units @> array[cast(:scopeUnit as text)]";

    private final ResultSet row;
    private int column;

    private IssueRows(ResultSet row) {
        this.row = row;
    }

    /** @return the conditions, in SQL, for a row of {@code issue} to lie within a scope */
    public static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "issue.city_code", "issue.region_code", OF_UNIT);
    }

    /** @return the issue in the row at hand, as it stands in a list */
    public static IssueView read(ResultSet row, LocalDate today, WorkingCalendar calendar) throws SQLException {
        IssueRows columns = new IssueRows(row);
        IssueFields fields = columns.fields();
        long version = row.getLong(columns.next());
        Level verifier = Optional.ofNullable(fields.verifier())
                .orElseGet(() -> fields.source().defaultVerifier(Role.OFFICE));
        List<String> legalMoves = IssueMove.openPublished(fields.status(), verifier, fields.pendingRequests());
        return IssueView.row(fields, version, legalMoves, today, calendar);
    }

    private IssueFields fields() throws SQLException {
        return new IssueFields(
                id(),
                text(),
                id(),
                text(),
                text(),
                IssueSource.valueOf(text()),
                text(),
                Category.valueOf(text()),
                Severity.valueOf(text()),
                IssueStatus.valueOf(text()),
                moment(),
                text(),
                level(),
                level(),
                moment(),
                date(),
                moment(),
                moment(),
                moment(),
                text(),
                text(),
                text(),
                texts(),
                text(),
                date(),
                date(),
                text(),
                moment(),
                text(),
                text(),
                moment(),
                moment(),
                moment(),
                text(),
                text(),
                date(),
                id(),
                id(),
                id(),
                id(),
                number(),
                number(),
                number(),
                texts().stream().map(RequestKind::valueOf).toList(),
                number(),
                date(),
                number());
    }

    private int next() {
        column++;
        return column;
    }

    private @Nullable String text() throws SQLException {
        return row.getString(next());
    }

    private @Nullable UUID id() throws SQLException {
        return row.getObject(next(), UUID.class);
    }

    private @Nullable Instant moment() throws SQLException {
        OffsetDateTime moment = row.getObject(next(), OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private @Nullable LocalDate date() throws SQLException {
        return row.getObject(next(), LocalDate.class);
    }

    private @Nullable Level level() throws SQLException {
        String level = row.getString(next());
        return level == null ? null : Level.valueOf(level);
    }

    private int number() throws SQLException {
        return row.getInt(next());
    }

    private List<String> texts() throws SQLException {
        Array array = row.getArray(next());
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
