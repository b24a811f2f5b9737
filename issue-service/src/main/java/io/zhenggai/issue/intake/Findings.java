package io.zhenggai.issue.intake;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is wrong with a file, in the order of its rows: the first 200 findings, and how many there are. */
final class Findings {

    private static final int MOST_SHOWN = 200;

    private static final String COUNT = "violationCount";

    private final List<Violation> shown = new ArrayList<>();
    private final Consumer<Violation> each;
    private int count;

    Findings() {
        this(finding -> {});
    }

    /** @param each is told all of them, those as well that are not listed */
    Findings(Consumer<Violation> each) {
        this.each = each;
    }

    void add(int row, LedgerColumn column, String zh, String en) {
        add(row, column.title(), new Words(zh, en));
    }

    void add(int row, String column, Words message) {
        add(new Violation(column, Optional.of(row), message));
    }

    /** @param finding in a row */
    void add(Violation finding) {
        count++;
        if (shown.size() < MOST_SHOWN) {
            shown.add(finding);
        }
        each.accept(finding);
    }

    int count() {
        return count;
    }

    /** @return all of it as one refusal; in its member {@code violationCount} the number of findings */
    Refusal refusal(ProblemType type) {
        return new Refusal(
                type,
                new Words(
                        "文件中共有 " + count + " 处问题（最多列出 " + MOST_SHOWN + " 处），没有登记任何问题，请改正后重新导入。",
                        "The file has " + count + " findings, of which up to " + MOST_SHOWN
                                + " are listed; nothing was registered."),
                shown,
                Map.of(COUNT, count));
    }

    /** @return how many findings a refusal tells of */
    static int countOf(Refusal refusal) {
        return refusal.members().get(COUNT) instanceof Integer all
                ? all
                : refusal.violations().size();
    }
}
