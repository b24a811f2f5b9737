package io.zhenggai.acceptance.fault;

import java.util.ArrayList;
import java.util.List;

/** What was counted, and where the counts do not agree. */
final class Comparison {

    private final List<String> counts = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> disordered = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();
    private long events;

    /** Takes down what was compared with what. */
    void counted(String what, long one, long other) {
        counts.add("%s %d/%d".formatted(what, one, other));
    }

    /** @param committed how many events there were */
    void events(long committed) {
        events = committed;
    }

    /** @return how many events were committed */
    long events() {
        return events;
    }

    /** Takes down what has no other side. */
    void noted(String what) {
        counts.add(what);
    }

    void lost(String what) {
        lost.add(what);
    }

    void doubled(String what) {
        doubled.add(what);
    }

    void disordered(String what) {
        disordered.add(what);
    }

    /** Takes down what was not brought to its end, and why: then equal counts prove nothing. */
    void unfinished(String what) {
        unfinished.add(what);
    }

    /** Compares two counts of one thing: fewer than there must be are lost, more are doubled. */
    void same(String what, long expected, long shown) {
        if (shown < expected) {
            lost("%s: %d expected, %d shown".formatted(what, expected, shown));
        } else if (shown > expected) {
            doubled("%s: %d expected, %d shown".formatted(what, expected, shown));
        }
    }

    boolean isEqual() {
        return lost.isEmpty() && doubled.isEmpty() && disordered.isEmpty() && unfinished.isEmpty();
    }

    /** @return one line with everything that was counted */
    String counts() {
        return String.join(", ", counts);
    }

    /** @return a line for each difference, the first hundred of each kind */
    List<String> differences() {
        List<String> lines = new ArrayList<>();
        unfinished.forEach(line -> lines.add("unfinished  " + line));
        lost.stream().limit(100).forEach(line -> lines.add("lost        " + line));
        doubled.stream().limit(100).forEach(line -> lines.add("doubled     " + line));
        disordered.stream().limit(100).forEach(line -> lines.add("disordered  " + line));
        return lines;
    }

    /** @return such as {@code 0 lost, 0 doubled, 0 disordered}, and what was unfinished if anything was */
    String totals() {
        return "%d lost, %d doubled, %d disordered".formatted(lost.size(), doubled.size(), disordered.size())
                + (unfinished.isEmpty() ? "" : ", " + unfinished.size() + " unfinished");
    }
}
