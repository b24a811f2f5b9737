package io.zhenggai.kit.problem;

import java.util.Optional;

/**
 * One rule that the input breaks.
 *
 * @param field the field's path in the body ({@code measures[2].deadline}), a parameter's name, or a column's title
 * @param row the line of an imported file, from 1 as a spreadsheet counts; empty where there are no rows
 * @param message the rule, with its bound
 */
public record Violation(String field, Optional<Integer> row, Words message) {

    /** @return a violation where there are no rows */
    public static Violation of(String field, String zh, String en) {
        return new Violation(field, Optional.empty(), new Words(zh, en));
    }

    /** @return a violation in one row of a file, the first line being 1 */
    public static Violation inRow(int row, String field, String zh, String en) {
        return new Violation(field, Optional.of(row), new Words(zh, en));
    }
}
