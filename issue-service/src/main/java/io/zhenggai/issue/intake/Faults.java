package io.zhenggai.issue.intake;

import io.zhenggai.issue.sheet.RowNote;
import io.zhenggai.kit.problem.Violation;
import java.util.List;
import java.util.TreeMap;

/** What is wrong with some rows, as it is written beside them: in Chinese, one text for each row. */
final class Faults {

    /** A row of which every column is wrong says less than that. */
    private static final int LONGEST = 2_000;

    private final TreeMap<Integer, StringBuilder> byRow = new TreeMap<>();

    void add(Violation finding) {
        StringBuilder text = byRow.computeIfAbsent(finding.row().orElse(0), row -> new StringBuilder());
        if (text.length() < LONGEST) {
            text.append(text.isEmpty() ? "" : "；")
                    .append(finding.field())
                    .append('：')
                    .append(finding.message().zh());
        }
    }

    /** @return all of them in the order of the rows; they are forgotten by that */
    List<RowNote> take() {
        List<RowNote> notes = byRow.entrySet().stream()
                .map(row -> new RowNote(row.getKey(), row.getValue().toString()))
                .toList();
        byRow.clear();
        return notes;
    }
}
