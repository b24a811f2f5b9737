package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.system.Replica;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Faults drawn at random, one after the other, while the offices work without a pause. */
final class Soak {

    /** Half of the draws: the death of one process, which costs little time and meets every moment of its life. */
    private static final double DEATHS = 0.5;

    private static final int LONGEST_PEACE_MILLIS = 5_000;

    private final ReplicatedSystem system;
    private final Random draws;
    private final PrintStream out;
    private int faults;

    /**
     * @param seed the same seed draws the same faults in the same order
     * @param out takes a line for each fault, the differences, and one line at the end
     */
    Soak(ReplicatedSystem system, long seed, PrintStream out) {
        this.system = system;
        this.draws = new Random(seed);
        this.out = out;
    }

    /**
     * Lets faults strike until the time is over or one of them fails, and tells what came of it in any case.
     *
     * @param time after which no further one is begun
     * @return whether all of them struck as they were meant to, and everything that was committed has had its effect once and in order
     */
    boolean run(Duration time) {
        Comparison comparison = Reckoning.after(system, Size.FULL.patience(), () -> strikeFor(time));
        comparison.differences().forEach(out::println);
        out.println(comparison.counts());
        out.printf(
                "soak: %d commands, %d events, %d faults, %s%n",
                system.deeds().commands(), comparison.events(), faults, comparison.totals());
        return comparison.isEqual();
    }

    private void strikeFor(Duration time) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        try (Load load = system.load()) {
            while (System.nanoTime() < end) {
                Fault fault = draw();
                out.printf("%s  %s%n", LocalTime.now().truncatedTo(ChronoUnit.SECONDS), fault);
                fault.strike().on(system, load, Size.SMALL);
                Deaths.letPass(Duration.ofMillis(draws.nextInt(LONGEST_PEACE_MILLIS)));
                faults++;
            }
        }
    }

    private Fault draw() {
        if (draws.nextDouble() < DEATHS) {
            List<Replica> replicas = system.local().replicas();
            Replica replica = replicas.get(draws.nextInt(replicas.size()));
            Duration away = Duration.ofMillis(draws.nextInt(LONGEST_PEACE_MILLIS));
            return new Fault(replica + "-killed", (any, load, size) -> {
                system.local().kill(replica);
                Deaths.letPass(away);
                system.local().restart(replica);
            });
        }
        return Faults.ALL.get(draws.nextInt(Faults.ALL.size()));
    }
}
