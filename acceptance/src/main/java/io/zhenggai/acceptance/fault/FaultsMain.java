package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.launcher.Command;
import io.zhenggai.embedded.launcher.Options;
import io.zhenggai.embedded.launcher.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code ./run faults}: exit status 0 when nothing was lost, doubled or disordered, 1 with the differences or when it
 * could not be started, 2 for wrong words.
 */
public final class FaultsMain {

    private FaultsMain() {}

    /** @param arguments {@code --only NAME,NAME…}, {@code --small}, {@code --seed N}, each once at the most */
    public static void main(String[] arguments) throws Exception {
        Command.run(out -> {
            Options options = Options.parse(List.of(arguments), Set.of("--only", "--seed"), Set.of("--small"));
            options.requireWords(0, "faults takes no further words");
            List<Fault> faults = options.value("--only").map(FaultsMain::named).orElse(Faults.ALL);
            int seed = options.number("--seed", 1, 0, Integer.MAX_VALUE);
            Size size = options.has("--small") ? Size.SMALL : Size.FULL;
            return run(faults, size, seed, out) ? 0 : 1;
        });
    }

    private static boolean run(List<Fault> faults, Size size, long seed, PrintStream out) throws SQLException {
        long equal = 0;
        out.printf("Starting two replicas of every service, seed %d.%n", seed);
        try (ReplicatedSystem system = ReplicatedSystem.start(
                Path.of(System.getProperty("zhenggai.home")), Path.of(System.getProperty("zhenggai.data")), seed)) {
            Trial trial = new Trial(system, size, out);
            for (Fault fault : faults) {
                if (trial.of(fault).isEqual()) {
                    equal++;
                }
            }
        }
        out.printf("faults: %d of %d without differences%n", equal, faults.size());
        return equal == faults.size();
    }

    static List<Fault> named(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> Faults.named(name)
                        .orElseThrow(() -> new UsageException("There is no fault \"" + name + "\", only "
                                + Faults.ALL.stream().map(Fault::name).collect(Collectors.joining(", ")) + ".")))
                .toList();
    }
}
