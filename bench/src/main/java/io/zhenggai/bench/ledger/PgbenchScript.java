package io.zhenggai.bench.ledger;

import io.zhenggai.bench.ledger.SentStatement.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a script for {@code pgbench} of statements that a service sent: the same statements with the same values, but for those parts
 * of them that are never the same twice. BEGIN goes with the statement behind it, as the service's driver sends it.
 */
final class PgbenchScript {

    /** By so many kinds clients are apart when they begin. */
    private static final int APART = 2;

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private final List<String> settings;
    private final List<Varying> varying;

    /**
     * @param settings meta commands in front, such as {@code \set n random(1, 9)}
     * @param varying the first that fits counts
     */
    PgbenchScript(List<String> settings, List<Varying> varying) {
        this.settings = settings;
        this.varying = varying;
    }

    /**
     * @param calls the statements of one call, or of calls of several kinds: then each client carries out one kind after the other, and clients
     *     begin as far apart as the kinds let them
     * @return the script's text; the variable {@code k} counts what a client has carried out, from 0
     */
    String of(List<List<SentStatement>> calls) {
        List<String> lines = new ArrayList<>(settings);
        if (calls.size() == 1) {
            lines.addAll(lines(calls.get(0)));
        } else {
            lines.add("\\set k :k + 1");
            lines.add("\\set kind (:k + :client_id * %d) %% %d".formatted(APART, calls.size()));
            for (int kind = 0; kind < calls.size(); kind++) {
                lines.add((kind == 0 ? "\\if" : "\\elif") + " :kind = " + kind);
                lines.addAll(lines(calls.get(kind)));
            }
            lines.add("\\endif");
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private List<String> lines(List<SentStatement> statements) {
        List<String> lines = new ArrayList<>();
        boolean begins = false;
        for (SentStatement statement : statements) {
            if (Transactions.is(statement, "BEGIN")) {
                lines.add("\\startpipeline");
                begins = true;
                lines.add("BEGIN;");
                continue;
            }
            lines.add(statement(statement) + ";");
            if (begins) {
                lines.add("\\endpipeline");
                begins = false;
            }
        }
        return lines;
    }

    /** @return the statement by itself, without a semicolon */
    String statement(SentStatement statement) {
        Matcher place = PLACE.matcher(statement.sql());
        return place.replaceAll(found ->
                Matcher.quoteReplacement(expression(statement.values().get(Integer.parseInt(found.group(1)) - 1))));
    }

    private String expression(Value value) {
        String text = value.text();
        if (text == null) {
            return "cast(null as " + value.type() + ")";
        }
        // What is encrypted or an event is of the same length each time, and compared with nothing.
        List<String> pieces = value.type().startsWith("bytea") ? List.of(literal(text)) : pieces(text);
        return "cast(" + String.join(" || ", pieces) + " as " + value.type() + ")";
    }

    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (Optional<Found> found = next(text, from); found.isPresent(); found = next(text, from)) {
            pieces.add(literal(text.substring(from, found.get().start())));
            pieces.add(":" + found.get().variable());
            from = found.get().end();
        }
        pieces.add(literal(text.substring(from)));
        return pieces;
    }

    private Optional<Found> next(String text, int from) {
        Found first = null;
        for (Varying part : varying) {
            Matcher matcher = part.pattern().matcher(text);
            if (matcher.find(from)) {
                int start = matcher.start() + part.kept();
                int end = Math.min(start + part.replaced(), matcher.end());
                if (first == null || start < first.start()) {
                    first = new Found(start, end, part.variable());
                }
            }
        }
        return Optional.ofNullable(first);
    }

    /** {@code pgbench} takes every colon before a letter for a variable, also within quotes. */
    private static String literal(String text) {
        return "E'"
                + text.replace("\\", "\\\\")
                        .replace("'", "''")
                        .replace(":", "\\x3A")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "'";
    }

    private record Found(int start, int end, String variable) {}
}
