package io.zhenggai.bench.ledger;

import io.zhenggai.bench.stage.Ledger;
import io.zhenggai.embedded.launcher.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load program; it does not come with the build. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern PROCESSED = Pattern.compile("transactions actually processed: (\\d+)/(\\d+)");

    private final Path program;
    private final Path directory;

    private Pgbench(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /**
     * @param directory for its scripts
     * @throws UsageException when it is not on the PATH
     */
    static Pgbench onThePath(Path directory) {
        return new Pgbench(
                found().orElseThrow(
                                () -> new UsageException(
                                        "bench ledger needs pgbench, from version 15 up, on the PATH. On Debian: apt install postgresql-15")),
                directory);
    }

    /** @return where it is; empty when it is not on the PATH */
    static java.util.Optional<Path> found() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @return the file of a script */
    Path keep(String name, String script) throws IOException {
        return Files.writeString(directory.resolve(name + ".sql"), script);
    }

    /**
     * Runs a script as one transaction, from as many clients as there are callers of the service.
     *
     * @param count of transactions
     * @param variables known to the script
     * @return transactions in a second
     */
    double perSecond(Ledger ledger, Path script, int count, Map<String, Long> variables)
            throws IOException, InterruptedException {
        int each = Math.max(count / Calls.CALLERS, 1);
        List<String> command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared", "-j", "2"));
        command.addAll(List.of("-c", Integer.toString(Calls.CALLERS), "-t", Integer.toString(each)));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.addAll(List.of("-f", script.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(ledger.twinEnvironment());
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        Matcher rate = RATE.matcher(told);
        Matcher processed = PROCESSED.matcher(told);
        if (status != 0
                || !rate.find()
                || !processed.find()
                || !processed.group(1).equals(processed.group(2))) {
            throw new IllegalStateException("pgbench ended with status " + status + ": " + told);
        }
        return Double.parseDouble(rate.group(1));
    }
}
