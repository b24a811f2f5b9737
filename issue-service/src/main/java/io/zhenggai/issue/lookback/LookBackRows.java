package io.zhenggai.issue.lookback;

import io.zhenggai.issue.ledger.IssueSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as records. */
final class LookBackRows {

    private LookBackRows() {}

    static LookBack lookBack(ResultSet row) throws SQLException {
        return new LookBack(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("campaign_id", UUID.class),
                row.getObject("closed_from", LocalDate.class),
                row.getObject("closed_to", LocalDate.class),
                texts(row, "regions"),
                texts(row, "sources").stream().map(IssueSource::valueOf).toList(),
                row.getBoolean("per_city"),
                row.getObject("size", Integer.class),
                row.getObject("percentage", Integer.class),
                row.getString("seed"),
                row.getBoolean("seed_chosen"),
                row.getInt("population"),
                row.getInt("drawn"),
                row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                row.getString("drawn_by"));
    }

    static DrawnIssue issue(ResultSet row) throws SQLException {
        String finding = row.getString("finding");
        return new DrawnIssue(
                row.getObject("issue_id", UUID.class),
                row.getString("ledger_number"),
                row.getString("city_code"),
                row.getString("region_code"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("digest"),
                row.getBoolean("drawn"),
                finding == null ? null : LookBackFinding.valueOf(finding),
                row.getString("note"),
                row.getObject("checked_on", LocalDate.class),
                row.getString("checked_by"),
                row.getObject("revoked", Boolean.class),
                row.getObject("recurrence", UUID.class),
                row.getString("recurrence_number"),
                moment(row, "told_at"),
                row.getString("told_by"));
    }

    static CityCounts counts(ResultSet row) throws SQLException {
        return new CityCounts(
                row.getString("city_code"),
                row.getLong("drawn"),
                row.getLong("told"),
                row.getLong("held_true"),
                row.getLong("incomplete"),
                row.getLong("falsified"),
                row.getLong("relapsed"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
