package io.zhenggai.acceptance.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the replay found to be otherwise than the script says. */
final class Differences {

    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** Compares two counts: fewer than expected are lost, more are doubled. */
    void count(String what, long expected, long shown) {
        if (shown < expected) {
            lost.add("%s: %d expected, %d shown".formatted(what, expected, shown));
        } else if (shown > expected) {
            doubled.add("%s: %d expected, %d shown".formatted(what, expected, shown));
        }
    }

    void equal(String what, Object expected, Object shown) {
        if (!expected.equals(shown)) {
            wrong.add("%s: %s expected, %s shown".formatted(what, expected, shown));
        }
    }

    /** What is missing is lost, what is there besides is wrong. */
    <T> void sets(String what, Set<T> expected, Set<T> shown) {
        expected.stream().filter(one -> !shown.contains(one)).forEach(one -> lost.add(what + ": " + one));
        shown.stream()
                .filter(one -> !expected.contains(one))
                .forEach(one -> wrong.add(what + " has no reason to name: " + one));
    }

    void isWrong(String what) {
        wrong.add(what);
    }

    boolean isNone() {
        return lost.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lost.forEach(line -> lines.add("lost     " + line));
        doubled.forEach(line -> lines.add("doubled  " + line));
        wrong.forEach(line -> lines.add("wrong    " + line));
        return lines;
    }

    String totals() {
        return "%d lost, %d doubled, %d wrong".formatted(lost.size(), doubled.size(), wrong.size());
    }
}
