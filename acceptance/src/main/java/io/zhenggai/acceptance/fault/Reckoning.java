package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.audit.AuditFindings;
import io.zhenggai.embedded.audit.AuditVerification;
import io.zhenggai.embedded.system.LocalService;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is counted after faults have struck, whatever became of them: what could not be brought to its end counts as a difference. */
final class Reckoning {

    private final ReplicatedSystem system;
    private final List<String> unfinished = new ArrayList<>();

    private Reckoning(ReplicatedSystem system) {
        this.system = system;
    }

    /** Something that may fail. */
    interface Step {

        void run() throws SQLException;
    }

    /**
     * Lets the faults strike, waits until nothing is left to do, and compares. After a fault that failed everything is started again
     * first, since nobody knows what it left dead or frozen.
     *
     * @param faults load included
     * @param patience how long it may take until nothing is left to do
     * @return never equal when a step failed; without counts when the databases or topics could not be read
     */
    static Comparison after(ReplicatedSystem system, Duration patience, Step faults) {
        Reckoning reckoning = new Reckoning(system);
        if (!reckoning.finishes("the fault", faults)) {
            reckoning.finishes("starting everything again", system::startAgain);
        }
        reckoning.finishes("the work left", () -> system.local().awaitIdle(patience));
        reckoning.finishes("the commands under way", system::conclude);
        return reckoning.compare();
    }

    private Comparison compare() {
        List<Comparison> compared = new ArrayList<>();
        finishes("the comparison", () -> compared.add(system.compare()));
        Comparison comparison = compared.isEmpty() ? new Comparison() : compared.get(0);
        finishes("the verification of the record", () -> verifyRecord(comparison));
        unfinished.forEach(comparison::unfinished);
        return comparison;
    }

    /** Through all that has struck, each entry of each history is chained to the one before. */
    private void verifyRecord(Comparison comparison) throws SQLException {
        long entries = 0;
        for (LocalService service : LocalService.behindGateway()) {
            try (Connection database = system.local().openDatabase(service)) {
                AuditFindings findings = AuditVerification.of(database, Map.of());
                entries += findings.entries();
                findings.broken()
                        .forEach(link -> comparison.lost("the record of " + service.module() + " breaks at " + link));
            }
        }
        comparison.noted("entries on record " + entries);
    }

    private boolean finishes(String what, Step step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException | SQLException e) {
            unfinished.add(what + ": " + reason(e));
            return false;
        }
    }

    /** What tells the reason may lie below, or beside when the load was closed because of it. */
    private static String reason(Throwable thrown) {
        StringBuilder reason = new StringBuilder(String.valueOf(thrown));
        for (Throwable beside : thrown.getSuppressed()) {
            reason.append("; beside it ").append(reason(beside));
        }
        return thrown.getCause() == null
                ? reason.toString()
                : reason.append("; because of ")
                        .append(reason(thrown.getCause()))
                        .toString();
    }
}
