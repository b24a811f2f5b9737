package io.zhenggai.bench;

import io.zhenggai.embedded.launcher.Options;
import io.zhenggai.embedded.launcher.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed behind {@code ./run bench}, understood.
 *
 * @param rounds how often each measure is taken, 1 to 99
 * @param events the most of a round of the backbone, 100 to 1,000,000
 * @param issues of the large ledger, 100 to 10,000,000; the small one has a hundredth
 * @param calls the most of a round of the ledger, 8 to 100,000
 * @param parts the keys of what is measured, each once, in its order
 * @param json where the findings are written for machines; empty for nowhere
 */
record BenchOptions(
        BenchSubject subject, int rounds, int events, int issues, int calls, List<String> parts, Optional<Path> json) {

    private static final int ROUNDS = 7;
    private static final int EVENTS = 20_000;
    private static final int ISSUES = 1_000_000;

    /** Pgbench begins each round on new connections: a round of pages is so long that it does not matter. */
    private static final int CALLS = 8_000;

    /** @throws UsageException when something is missing, unknown or out of bounds, or the file could not be written */
    static BenchOptions parse(List<String> arguments) {
        Options options = Options.parse(
                arguments, Set.of("--rounds", "--events", "--issues", "--calls", "--only", "--json"), Set.of());
        List<String> words = options.words();
        BenchSubject subject = Arrays.stream(BenchSubject.values())
                .filter(one -> !words.isEmpty() && one.key().equals(words.get(0)))
                .findAny()
                .orElseThrow(() -> new UsageException("bench needs behind it what is measured: backbone or ledger"
                        + (words.isEmpty() ? "" : ", not " + words.get(0)) + "."));
        options.requireWords(1, "bench " + subject.key() + " takes no further words");
        requireOf(subject, BenchSubject.BACKBONE, options, "--events");
        requireOf(subject, BenchSubject.LEDGER, options, "--issues");
        requireOf(subject, BenchSubject.LEDGER, options, "--calls");
        return new BenchOptions(
                subject,
                options.number("--rounds", ROUNDS, 1, 99),
                options.number("--events", EVENTS, 100, 1_000_000),
                options.number("--issues", ISSUES, 100, 10_000_000),
                options.number("--calls", CALLS, 8, 100_000),
                options.value("--only").map(keys -> parts(subject, keys)).orElse(subject.parts()),
                options.value("--json").map(BenchOptions::file));
    }

    private static void requireOf(BenchSubject subject, BenchSubject only, Options options, String name) {
        if (subject != only && options.value(name).isPresent()) {
            throw new UsageException(name + " is for bench " + only.key() + ".");
        }
    }

    private static List<String> parts(BenchSubject subject, String keys) {
        Set<String> wanted = Set.of(Arrays.stream(keys.split(",", -1))
                .map(key -> part(subject, key))
                .distinct()
                .toArray(String[]::new));
        return subject.parts().stream().filter(wanted::contains).toList();
    }

    private static String part(BenchSubject subject, String key) {
        if (!subject.parts().contains(key)) {
            throw new UsageException(
                    "There is no measure \"" + key + "\", only " + String.join(", ", subject.parts()) + ".");
        }
        return key;
    }

    /** Looked at before the work: findings of minutes must not be lost to a misspelt path. */
    private static Path file(String text) {
        Path file = Path.of(text).toAbsolutePath();
        if (text.isEmpty() || Files.isDirectory(file)) {
            throw new UsageException("--json needs a file, not the directory " + text + ".");
        }
        if (!Files.isDirectory(file.getParent()) || !Files.isWritable(Files.exists(file) ? file : file.getParent())) {
            throw new UsageException(
                    "--json cannot be written: " + text + " lies in no directory that may be written to.");
        }
        return file;
    }
}
