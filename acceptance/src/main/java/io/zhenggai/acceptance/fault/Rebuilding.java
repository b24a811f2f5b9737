package io.zhenggai.acceptance.fault;

import static org.awaitility.Awaitility.await;

import io.zhenggai.embedded.system.LocalService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** A projection is made anew while everything else goes on. */
final class Rebuilding {

    private static final String TYPE = "issue";

    /** Where the copy notes what it has read. */
    private static final String VERSIONS = "rebuild_issue.consumed_version";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(5);

    private Rebuilding() {}

    /**
     * Both replicas are killed when a batch of the copy is written and not committed; one of them goes on where the copy stands, and it
     * takes the place of the live tables.
     */
    static void killed(ReplicatedSystem system, Load load, Size size) throws SQLException {
        Circumstances.importLedger(system); // so that the copy takes several batches
        Operators operators = new Operators(system.local());
        operators.rebuild(LocalService.REPORT, TYPE);
        try (Gate gate = Gate.closedAfter(copyOf(system), "insert", VERSIONS, "for each statement")) {
            gate.awaitArrival();
            Deaths.both(LocalService.REPORT).forEach(system.local()::kill);
            gate.open();
            Deaths.both(LocalService.REPORT).forEach(system.local()::restart);
        }
        operators.awaitSwitch(LocalService.REPORT, TYPE);
    }

    /** A session in the database, once the copy has begun there. */
    private static Connection copyOf(ReplicatedSystem system) throws SQLException {
        Connection database = system.local().openDatabase(LocalService.REPORT);
        try (PreparedStatement find = database.prepareStatement("select to_regclass(?) is not null")) {
            find.setString(1, VERSIONS);
            await("the copy").atMost(PATIENCE).pollInterval(LOOK).until(() -> {
                try (ResultSet row = find.executeQuery()) {
                    row.next();
                    return row.getBoolean(1);
                }
            });
        }
        return database;
    }
}
