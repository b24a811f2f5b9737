package io.zhenggai.acceptance.fault;

import java.io.PrintStream;
import java.sql.SQLException;

/** One fault under load, and what came of it. */
final class Trial {

    private static final int COMMANDS_AROUND = 20;

    private final ReplicatedSystem system;
    private final Size size;
    private final PrintStream out;

    /** @param out takes one line with the counts of each trial, and one for each difference */
    Trial(ReplicatedSystem system, Size size, PrintStream out) {
        this.system = system;
        this.size = size;
        this.out = out;
    }

    /** @return equal when the fault struck as it was meant to, and everything that was committed has had its effect once and in order */
    Comparison of(Fault fault) {
        long before = system.deeds().commands();
        Comparison comparison = Reckoning.after(system, size.patience(), () -> strike(fault));
        out.printf(
                "%s: %d commands; %s; %s%n",
                fault, system.deeds().commands() - before, comparison.counts(), comparison.totals());
        comparison.differences().forEach(out::println);
        return comparison;
    }

    private void strike(Fault fault) throws SQLException {
        try (Load load = system.load()) {
            load.awaitDone(COMMANDS_AROUND);
            fault.strike().on(system, load, size);
            load.awaitDone(COMMANDS_AROUND);
        }
    }
}
