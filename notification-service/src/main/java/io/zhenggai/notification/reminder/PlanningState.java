package io.zhenggai.notification.reminder;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Up to which day was planned, and whether something asks for another run. */
@ApplicationScoped
class PlanningState {

    /** As a subquery it stands beside other counts, so that all are of one moment. */
    static final String NEEDED = """
            (select planned_day is distinct from ? or dirty
                    or exists (select from owed where not planned)
                    or exists (select from dispatch where status = 'PENDING' and day < ? and not may_have_arrived)
             from planning)
            """;

    /** Whoever finds the row locked leaves the run to who has it. */
    private static final String BEGIN = """
            update planning set planned_day = ?, dirty = false
            where only_row in (select only_row from planning for update skip locked)
            """;

    /** Without a condition: it has to wait for a run under way, whose end would wipe it out unseen. */
    private static final String ASK = "update planning set dirty = true";

    private final AgroalDataSource dataSource;

    PlanningState(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param today a day that has reached its sending time */
    boolean isRunNeeded(LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement("select " + NEEDED)) {
            ask.setObject(1, today);
            ask.setObject(2, today);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the state of planning could not be read", e);
        }
    }

    /** @return false when another run is under way; else no other begins before this transaction ends */
    boolean begin(LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setObject(1, today);
            return begin.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the run could not begin", e);
        }
    }

    /** Asks for another run, once the caller's transaction is committed. */
    void askForRun() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement(ASK)) {
            ask.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a run could not be asked for", e);
        }
    }
}
