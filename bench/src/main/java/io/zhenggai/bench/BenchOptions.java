package io.zhenggai.bench;

import io.zhenggai.embedded.launcher.Options;
import io.zhenggai.embedded.launcher.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was typed behind {@code ./run bench}, understood.
 *
 * @param rounds how often each measure is taken, 1 to 99
 * @param events the most of a round, 100 to 1,000,000
 * @param parts what is measured, each once, in its order
 * @param json where the findings are written for machines; empty for nowhere
 */
record BenchOptions(int rounds, int events, SortedSet<BackbonePart> parts, Optional<Path> json) {

    private static final int ROUNDS = 7;
    private static final int EVENTS = 20_000;
    private static final SortedSet<BackbonePart> ALL = new TreeSet<>(List.of(BackbonePart.values()));

    /** @throws UsageException when something is missing, unknown or out of bounds, or the file could not be written */
    static BenchOptions parse(List<String> arguments) {
        Options options = Options.parse(arguments, Set.of("--rounds", "--events", "--only", "--json"), Set.of());
        List<String> words = options.words();
        if (words.isEmpty() || !words.get(0).equals("backbone")) {
            throw new UsageException("bench needs behind it what is measured: backbone"
                    + (words.isEmpty() ? "" : ", not " + words.get(0)) + ".");
        }
        options.requireWords(1, "bench backbone takes no further words");
        return new BenchOptions(
                options.number("--rounds", ROUNDS, 1, 99),
                options.number("--events", EVENTS, 100, 1_000_000),
                options.value("--only").map(BenchOptions::parts).orElse(ALL),
                options.value("--json").map(BenchOptions::file));
    }

    private static SortedSet<BackbonePart> parts(String keys) {
        return Arrays.stream(keys.split(",", -1))
                .map(BenchOptions::part)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static BackbonePart part(String key) {
        return ALL.stream()
                .filter(part -> part.key().equals(key))
                .findAny()
                .orElseThrow(() -> new UsageException("There is no measure \"" + key + "\", only "
                        + ALL.stream().map(BackbonePart::key).collect(Collectors.joining(", ")) + "."));
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
