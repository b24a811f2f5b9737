package io.zhenggai.issue.supervision;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far the run of a day has come, which any replica goes on with; and which issues it must look at again. One statement each. */
@ApplicationScoped
class ProposalRun {

    /** In the order of PostgreSQL, nothing comes before it. */
    static final UUID FIRST = new UUID(0, 0);

    private static final String NEEDED = "select day is distinct from ? or not done from supervision_run";

    /** Whoever finds the row locked leaves the run to who has it. */
    private static final String BEGIN =
            "select day, behind, done, proposed from supervision_run for update skip locked";

    private static final String NOTE = "update supervision_run set day = ?, behind = ?, done = ?, proposed = ?";

    private static final String PROPOSED_ON = """
            select distinct issue_id from supervision
            where status = 'PROPOSED' and issue_id > ? order by issue_id limit ?
            """;

    private static final String NOT_REPLIED = """
            select distinct named.issue_id
            from supervision_addressee as addressee
            join supervision on supervision.id = addressee.supervision_id and supervision.status = 'SIGNED'
            join supervision_issue as named on named.supervision_id = supervision.id and named.city_code = addressee.city_code
            where addressee.status in ('OWED', 'RETURNED') and addressee.reply_by < ? and named.issue_id > ?
            order by named.issue_id limit ?
            """;

    private final AgroalDataSource dataSource;

    ProposalRun(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * How far it has come.
     *
     * @param behind the last issue that was looked at
     * @param proposed how many steps were proposed this day
     */
    record Progress(UUID behind, boolean done, int proposed) {}

    boolean isNeeded(LocalDate today) {
        return read(NEEDED, List.of(today), row -> row.getBoolean(1)).get(0);
    }

    /** @return empty while another replica is at it; else none begins before this transaction ends */
    Optional<Progress> begin(LocalDate today) {
        return read(BEGIN, List.of(), row -> {
                    boolean same = today.equals(row.getObject("day", LocalDate.class));
                    UUID behind = Optional.ofNullable(row.getObject("behind", UUID.class))
                            .filter(id -> same)
                            .orElse(FIRST);
                    return new Progress(behind, same && row.getBoolean("done"), same ? row.getInt("proposed") : 0);
                })
                .stream()
                .findFirst();
    }

    void note(LocalDate today, Progress progress) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, today);
            note.setObject(2, progress.behind());
            note.setBoolean(3, progress.done());
            note.setInt(4, progress.proposed());
            note.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the run could not be noted", e);
        }
    }

    /** @return the issues that something is proposed on, in the order of their ids behind one */
    List<UUID> proposedOn(UUID behind, int most) {
        return read(PROPOSED_ON, List.of(behind, most), row -> row.getObject(1, UUID.class));
    }

    /** @return the issues of what was to be replied to before today and was not, in the order of their ids behind one */
    List<UUID> notReplied(LocalDate today, UUID behind, int most) {
        return read(NOT_REPLIED, List.of(today, behind, most), row -> row.getObject(1, UUID.class));
    }

    private <T> List<T> read(String sql, List<Object> parameters, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                read.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet found = read.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(reading.of(found));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run could not be read", e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
