package io.zhenggai.issue.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as records. */
final class SupervisionRows {

    private SupervisionRows() {}

    static Supervision supervision(ResultSet row, List<IssueUnderSupervision> issues, List<Addressee> addressees)
            throws SQLException {
        SupervisionFields fields = new SupervisionFields(
                row.getObject("id", UUID.class),
                SupervisionKind.valueOf(row.getString("kind")),
                SupervisionStatus.valueOf(row.getString("status")),
                row.getString("issuer"),
                cause(row),
                row.getObject("since", LocalDate.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("proposed_by"),
                row.getString("body"),
                row.getInt("reply_within"),
                row.getString("number"),
                moment(row, "signed_at"),
                row.getString("signed_by"),
                row.getObject("reply_by", LocalDate.class),
                moment(row, "dropped_at"),
                row.getString("dropped_by"),
                row.getString("reason"),
                row.getObject("combined_into", UUID.class),
                issues,
                addressees);
        return new Supervision(
                fields, row.getObject("issue_id", UUID.class), row.getString("basis"), row.getLong("version"));
    }

    static IssueUnderSupervision issue(ResultSet row) throws SQLException {
        return new IssueUnderSupervision(
                row.getObject("issue_id", UUID.class),
                row.getString("ledger_number"),
                row.getString("city_code"),
                row.getString("region_code"));
    }

    static Addressee addressee(ResultSet row) throws SQLException {
        return new Addressee(
                row.getInt("ordinal"),
                row.getString("city_code"),
                row.getString("region_code"),
                row.getString("unit"),
                ReplyStatus.valueOf(row.getString("status")),
                row.getObject("reply_by", LocalDate.class),
                row.getString("reply"),
                moment(row, "replied_at"),
                row.getString("replied_by"),
                row.getString("replied_by_person"),
                row.getInt("returns"),
                row.getString("opinion"),
                moment(row, "settled_at"),
                row.getString("settled_by"));
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                SupervisionKind.valueOf(row.getString("kind")),
                SupervisionStatus.valueOf(row.getString("status")),
                cause(row),
                row.getString("basis"),
                row.getObject("owed_since", LocalDate.class));
    }

    private static @Nullable SupervisionCause cause(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("cause"))
                .map(SupervisionCause::valueOf)
                .orElse(null);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
