package io.zhenggai.issue.sheet;

import java.util.List;

/**
 * One row of the file.
 *
 * @param number as a spreadsheet counts, from 1; a cell with line breaks is in one row
 * @param cells as they stand in it, in order
 */
public record SheetRow(int number, List<String> cells) {

    /** @return the text of a cell, without blanks around it; empty behind the last one */
    public String cell(int index) {
        // Office programs leave out empty cells at the end of a row.
        return index < cells.size() ? cells.get(index).strip() : "";
    }

    /** @return whether it says nothing */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
