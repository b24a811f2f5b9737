package io.zhenggai.issue.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Merged cells: what stands in the first is said by all of them, for whoever merged them saw it so. Areas that begin in the header or above
 * it are titles and say nothing of rows; nothing is put into a column without a title, nor into a row that says nothing itself.
 */
final class MergedCells {

    /** Two for each of 100,000 rows. */
    static final int MOST = 200_000;

    /** Of areas that do not overlap, no more than there are columns. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Iterator<Area> waiting;
    private final List<String> titles;
    private final Map<Area, String> open = new HashMap<>();
    private Area next;

    /**
     * @param header below which merged cells speak
     */
    MergedCells(List<Area> areas, SheetRow header) {
        List<Area> below = new ArrayList<>(
                areas.stream().filter(area -> area.firstRow() > header.number()).toList());
        below.sort(Comparator.comparingInt(Area::firstRow));
        this.waiting = below.iterator();
        this.titles = header.cells();
        this.next = following();
    }

    /**
     * An area of cells, all bounds inclusive.
     *
     * @param firstRow from 1
     * @param firstColumn from 0
     */
    record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        private static final Area NONE = new Area(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0);

        /** @param reference such as A3:B5 */
        static Area of(String reference) {
            CellRangeAddress area = CellRangeAddress.valueOf(reference);
            return new Area(area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn(), area.getLastColumn());
        }
    }

    private Area following() {
        return waiting.hasNext() ? waiting.next() : Area.NONE;
    }

    /** @return the row with what its merged cells say; to be asked for every row, in their order */
    SheetRow filled(SheetRow row) {
        open.keySet().removeIf(area -> area.lastRow() < row.number());
        while (next.firstRow() <= row.number()) {
            if (next.lastRow() >= row.number()) {
                open.put(next, next.firstRow() == row.number() ? row.cell(next.firstColumn()) : "");
            }
            if (open.size() > MOST_AT_ONCE) {
                throw XlsxRefusals.tooManyMerges();
            }
            next = following();
        }
        if (open.isEmpty() || row.isBlank()) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        open.forEach((area, said) -> fill(cells, area, said));
        return new SheetRow(row.number(), cells);
    }

    private void fill(List<String> cells, Area area, String said) {
        int last = Math.min(area.lastColumn(), titles.size() - 1);
        for (int place = area.firstColumn(); place <= last && !said.isEmpty(); place++) {
            while (cells.size() <= place) {
                cells.add("");
            }
            if (cells.get(place).isBlank() && !titles.get(place).isBlank()) {
                cells.set(place, said);
            }
        }
    }
}
