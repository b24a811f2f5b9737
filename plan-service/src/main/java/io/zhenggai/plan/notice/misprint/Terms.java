package io.zhenggai.plan.notice.misprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The set terms of notices, from {@code terms.txt}. */
final class Terms {

    private static final String RESOURCE = "terms.txt";

    static final List<Term> ALL = read();

    private Terms() {}

    /**
     * A set term.
     *
     * @param right words that differ from it in one character and are right
     */
    record Term(String text, Set<String> right) {}

    private static List<Term> read() {
        try (InputStream in = Terms.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .map(words -> new Term(words.get(0), Set.copyOf(words.subList(1, words.size()))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
