package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.launcher.Command;
import io.zhenggai.embedded.launcher.Options;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * {@code ./run soak}: exit status 0 when nothing was lost, doubled or disordered, 1 with the differences or when it
 * could not be started, 2 for wrong words.
 */
public final class SoakMain {

    private SoakMain() {}

    /** @param arguments {@code --minutes N} and {@code --seed N}, each once at the most */
    public static void main(String[] arguments) throws Exception {
        Command.run(out -> {
            Options options = Options.parse(List.of(arguments), Set.of("--minutes", "--seed"), Set.of());
            options.requireWords(0, "soak takes no further words");
            int minutes = options.number("--minutes", 15, 1, 1_440);
            int seed = options.number("--seed", 1, 0, Integer.MAX_VALUE);
            return run(Duration.ofMinutes(minutes), seed, out) ? 0 : 1;
        });
    }

    private static boolean run(Duration time, long seed, PrintStream out) throws SQLException {
        out.printf("Starting two replicas of every service, seed %d.%n", seed);
        try (ReplicatedSystem system = ReplicatedSystem.start(
                Path.of(System.getProperty("zhenggai.home")), Path.of(System.getProperty("zhenggai.data")), seed)) {
            return new Soak(system, seed, out).run(time);
        }
    }
}
