package io.zhenggai.issue.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with one sheet, to be printed across the page with the head on each. Texts are cells of text: what begins like a formula is
 * none, nor becomes one when somebody edits the cell.
 */
final class XlsxWriter implements SheetWriter {

    /** A Chinese sheet of this many columns is an A3. */
    private static final int WIDE = 12;

    private static final int TITLE = 0;
    private static final int FILLED_IN = 1;
    private static final int HEADER = 2;
    private static final int ROWS_AT_A_TIME = 100;

    private static final String TITLE_FONT = "方正小标宋简体";
    private static final String HEAD_FONT = "黑体";
    private static final String BODY_FONT = "仿宋_GB2312";
    private static final String TEXT = "@";
    private static final String DAY = "yyyy-mm-dd";

    private final OutputStream target;
    private final Workbook workbook;
    private final Worksheet sheet;
    private List<SheetColumn> columns = List.of();
    private int row = HEADER;
    private int unstyled = HEADER + 1;

    XlsxWriter(OutputStream target, SheetList list) {
        this.target = target;
        this.workbook = new Workbook(target, "Zhenggai", null);
        this.workbook.setGlobalDefaultFont(BODY_FONT, 10.0);
        this.sheet = workbook.newWorksheet(list.chinese());
    }

    @Override
    public void begin(PaperHead head, List<SheetColumn> columns) throws IOException {
        this.columns = columns;
        int last = columns.size() - 1;
        layOut(columns);
        sheet.inlineString(TITLE, 0, head.title());
        sheet.range(TITLE, 0, TITLE, last)
                .style()
                .merge()
                .fontName(TITLE_FONT)
                .fontSize(18)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        sheet.rowHeight(TITLE, 36);
        fillIn(head.parts(), last);
        for (int column = 0; column <= last; column++) {
            sheet.inlineString(HEADER, column, columns.get(column).title());
            bordered(sheet.style(HEADER, column))
                    .fontName(HEAD_FONT)
                    .fontSize(11)
                    .fillColor("D9E2F3")
                    .horizontalAlignment("center")
                    .set();
        }
        sheet.rowHeight(HEADER, 32);
        sheet.flush();
        target.flush();
    }

    private void layOut(List<SheetColumn> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
        }
        sheet.freezePane(0, HEADER + 1);
        sheet.repeatRows(HEADER);
        sheet.pageOrientation("landscape");
        sheet.paperSize(columns.size() > WIDE ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.6f);
        sheet.bottomMargin(0.6f);
        sheet.footer("第 &P 页，共 &N 页", Position.CENTER);
    }

    /** Left, in the middle and right, however wide the columns are. */
    private void fillIn(List<String> parts, int last) {
        int middle = last / 3 + 1;
        int right = last - last / 3;
        fillIn(parts.get(0), 0, middle - 1, "left");
        fillIn(parts.get(1), middle, right - 1, "center");
        fillIn(parts.get(2), right, last, "right");
        sheet.rowHeight(FILLED_IN, 22);
    }

    private void fillIn(String text, int from, int to, String alignment) {
        sheet.inlineString(FILLED_IN, from, text);
        sheet.range(FILLED_IN, from, FILLED_IN, to)
                .style()
                .merge()
                .fontSize(12)
                .horizontalAlignment(alignment)
                .verticalAlignment("center")
                .set();
    }

    @Override
    public void row(Consumer<SheetRow> cells) throws IOException {
        row++;
        Row written = new Row();
        cells.accept(written);
        sheet.rowHeight(row, RowHeight.points(written.lines));
        if (row - unstyled >= ROWS_AT_A_TIME) {
            styleAndFlush();
        }
    }

    @Override
    public void finish() throws IOException {
        styleAndFlush();
        workbook.close();
    }

    /** Column by column: to look a style up for each cell took longer than all the rest. */
    private void styleAndFlush() throws IOException {
        if (row >= unstyled) {
            for (int column = 0; column < columns.size(); column++) {
                StyleSetter style =
                        bordered(sheet.range(unstyled, column, row, column).style());
                switch (columns.get(column).kind()) {
                    case NUMBER -> style.horizontalAlignment("center").set();
                    case TEXT -> style.format(TEXT).set();
                    case DAY -> style.format(DAY).horizontalAlignment("center").set();
                }
            }
        }
        unstyled = row + 1;
        sheet.flush();
    }

    private static StyleSetter bordered(StyleSetter style) {
        style.wrapText(true).verticalAlignment("center").borderStyle(BorderStyle.THIN);
        return style;
    }

    private final class Row implements SheetRow {
        private int column;
        private int lines = 1;

        @Override
        public void number(int number) {
            sheet.value(row, column++, number);
        }

        @Override
        public void text(@Nullable String text) {
            if (text != null && !text.isEmpty()) {
                sheet.inlineString(row, column, text);
                lines = Math.max(
                        lines, RowHeight.lines(text, columns.get(column).width()));
            }
            column++;
        }

        @Override
        public void day(@Nullable LocalDate day) {
            if (day != null) {
                sheet.value(row, column, day);
            }
            column++;
        }
    }
}
