package io.zhenggai.bench;

import io.zhenggai.bench.figure.Finding;
import io.zhenggai.bench.figure.FindingsJson;
import io.zhenggai.bench.figure.Machine;
import io.zhenggai.bench.figure.Table;
import io.zhenggai.embedded.launcher.Command;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The main class behind {@code ./run bench}.
 *
 * <p>Exit status: 0 when everything was measured, whether an aim is met or missed; 1 when it could not be; 2 for a command
 * line that is not understood. The system property {@code zhenggai.home} names the repository, {@code zhenggai.data} where a
 * run keeps its data until its end.
 */
public final class BenchMain {

    private BenchMain() {}

    public static void main(String[] arguments) throws Exception {
        Command.run(out -> {
            run(BenchOptions.parse(List.of(arguments)), out);
            return 0;
        });
    }

    private static void run(BenchOptions options, PrintStream out) throws Exception {
        Machine machine = Machine.here();
        out.printf(
                "%d cores, %,d MiB, %s, Java %s%n",
                machine.cores(), machine.memoryMiB(), machine.system(), machine.java());
        out.println("Starting " + options.subject().started() + ".");
        List<Finding> findings = options.subject()
                .measure(
                        Path.of(System.getProperty("zhenggai.home")),
                        Path.of(System.getProperty("zhenggai.data")),
                        options,
                        finding -> out.println("\n" + Table.of(finding).stripTrailing()));
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), FindingsJson.of(machine, findings));
        }
        long missed = findings.stream()
                .flatMap(finding -> finding.figures().stream())
                .filter(figure -> figure.missesItsAim())
                .count();
        out.println("\n" + (missed == 0 ? "Every aim is met." : "Aims missed: " + missed + "."));
    }
}
