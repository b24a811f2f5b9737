package io.zhenggai.bench.figure;

import java.util.Locale;

/** Findings for people. */
public final class Table {

    private static final String ROW = "  %-46s%12s%12s%12s  %s";

    private Table() {}

    /** @return a heading and a line for each figure */
    public static String of(Finding finding) {
        StringBuilder table = new StringBuilder(finding.words()).append('\n');
        append(table, "", "median", "lowest", "highest", "");
        for (Figure figure : finding.figures()) {
            Unit unit = figure.quantity().unit();
            Sample sample = figure.sample();
            append(
                    table,
                    name(figure.quantity()),
                    unit.text(sample.median()),
                    unit.text(sample.lowest()),
                    unit.text(sample.highest()),
                    aim(figure));
        }
        return table.toString();
    }

    private static String name(Quantity quantity) {
        return quantity.unit().words().isEmpty()
                ? quantity.words()
                : quantity.words() + ", " + quantity.unit().words();
    }

    private static String aim(Figure figure) {
        return figure.quantity()
                .aim()
                .map(aim -> "aim %s %s: %s"
                        .formatted(
                                aim.bound().words(),
                                figure.quantity().unit().text(aim.value()),
                                figure.missesItsAim() ? "MISSED" : "met"))
                .orElse("");
    }

    private static void append(StringBuilder table, Object... cells) {
        table.append(String.format(Locale.ROOT, ROW, cells).stripTrailing()).append('\n');
    }
}
