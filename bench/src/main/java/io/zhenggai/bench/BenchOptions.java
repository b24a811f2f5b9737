package io.zhenggai.bench;

import io.zhenggai.embedded.launcher.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was typed behind {@code ./run bench}, understood.
 *
 * @param rounds how often each measure is taken, 1 to 99
 * @param events the most of a round, 100 to 1,000,000
 * @param json where the findings are written for machines; empty for nowhere
 */
record BenchOptions(int rounds, int events, Optional<Path> json) {

    private static final int ROUNDS = 7;
    private static final int EVENTS = 20_000;

    /** @throws UsageException when something is missing, unknown or out of bounds, or the file could not be written */
    static BenchOptions parse(List<String> words) {
        if (words.isEmpty() || !words.get(0).equals("backbone")) {
            throw new UsageException("bench needs behind it what is measured: backbone"
                    + (words.isEmpty() ? "" : ", not " + words.get(0)) + ".");
        }
        BenchOptions options = new BenchOptions(ROUNDS, EVENTS, Optional.empty());
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private BenchOptions with(String word, Iterator<String> rest) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String option = equals < 0 ? word : word.substring(0, equals);
        return switch (option) {
            case "--rounds" -> new BenchOptions(number(option, value(word, equals, rest), 1, 99), events, json);
            case "--events" ->
                new BenchOptions(rounds, number(option, value(word, equals, rest), 100, 1_000_000), json);
            case "--json" -> new BenchOptions(rounds, events, Optional.of(file(value(word, equals, rest))));
            default ->
                throw new UsageException(
                        word.startsWith("-")
                                ? "Unknown option " + option + "."
                                : "bench backbone takes no word " + word + ".");
        };
    }

    private static String value(String word, int equals, Iterator<String> rest) {
        if (equals >= 0) {
            return word.substring(equals + 1);
        }
        if (!rest.hasNext()) {
            throw new UsageException(word + " needs a value behind it.");
        }
        return rest.next();
    }

    private static int number(String option, String text, int least, int most) {
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new UsageException("%s must be a number from %d to %d, not %s.".formatted(option, least, most, text));
        }
        return Integer.parseInt(text);
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
