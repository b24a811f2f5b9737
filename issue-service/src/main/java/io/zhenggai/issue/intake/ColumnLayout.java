package io.zhenggai.issue.intake;

import io.zhenggai.issue.sheet.SheetRow;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column stands where, by the header.
 *
 * @param places the place of each column that is there, from 0
 */
record ColumnLayout(Map<LedgerColumn, Integer> places) {

    /** Rows of titles above a header name a column by chance, but not this many. */
    private static final int ENOUGH_TO_BE_HEADER = 3;

    /**
     * @return the layout by a header; empty when the row is none
     * @throws Refusal 400 when a column is missing, there twice, or none of the ledger's
     */
    static Optional<ColumnLayout> of(SheetRow row, ImportKind kind) {
        return isHeader(row.cells()) ? Optional.of(read(row, kind)) : Optional.empty();
    }

    static boolean isHeader(List<String> cells) {
        return cells.stream()
                        .filter(title -> LedgerColumn.of(title).isPresent())
                        .count()
                >= ENOUGH_TO_BE_HEADER;
    }

    private static ColumnLayout read(SheetRow header, ImportKind kind) {
        Map<LedgerColumn, Integer> places = new EnumMap<>(LedgerColumn.class);
        List<Violation> broken = new ArrayList<>();
        for (int place = 0; place < header.cells().size(); place++) {
            String title = header.cell(place);
            if (!title.isEmpty()) {
                note(places, broken, header.number(), place, title);
            }
        }
        LedgerColumn.required(kind)
                .filter(column -> !places.containsKey(column))
                .forEach(column ->
                        broken.add(Violation.inRow(header.number(), column.title(), "缺少此列", "this column is missing")));
        if (!broken.isEmpty()) {
            throw Refusal.invalid(broken);
        }
        return new ColumnLayout(places);
    }

    private static void note(
            Map<LedgerColumn, Integer> places, List<Violation> broken, int row, int place, String title) {
        Optional<LedgerColumn> column = LedgerColumn.of(title);
        if (column.isEmpty()) {
            broken.add(Violation.inRow(
                    row, Shown.of(title), "台账中没有此列，请删除或改为台账列名", "not a column of the ledger; remove or rename it"));
        } else if (places.putIfAbsent(column.get(), place) != null) {
            broken.add(Violation.inRow(row, column.get().title(), "此列出现了两次", "this column is there twice"));
        }
    }

    /** @return where a column stands, from 0; empty when it is not there */
    Optional<Integer> place(LedgerColumn column) {
        return Optional.ofNullable(places.get(column));
    }

    /** @return what a row says in a column; empty when it says nothing or the column is not there */
    String cell(SheetRow row, LedgerColumn column) {
        Integer place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    /** @return whether a row says nothing of an issue: rows are numbered, with frames, before anybody fills them in */
    boolean isBlank(SheetRow row) {
        for (int place = 0; place < row.cells().size(); place++) {
            if (!row.cell(place).isEmpty()
                    && !isOf(LedgerColumn.SEQUENCE, place)
                    && !isOf(LedgerColumn.FAULTS, place)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOf(LedgerColumn column, int place) {
        return place(column).filter(stands -> stands == place).isPresent();
    }

    /** @return the number of the first cell with text under no title, from 1 as the columns A, B, C …; empty when there is none */
    Optional<Integer> stray(SheetRow row) {
        for (int place = 0; place < row.cells().size(); place++) {
            if (!places.containsValue(place) && !row.cell(place).isEmpty()) {
                return Optional.of(place + 1);
            }
        }
        return Optional.empty();
    }
}
