package io.zhenggai.issue.paper;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table of an {@link OfficialDocument}, filled row by row. */
final class OfficialTable {

    private static final double POINTS = 12;

    private final XWPFTable table;
    private final List<Integer> widths;

    OfficialTable(XWPFDocument document, List<Integer> widths) {
        this.widths = List.copyOf(widths);
        this.table = document.createTable();
        table.removeRow(0);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(widths.stream().mapToInt(Integer::intValue).sum());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
    }

    /** A row of headings, on each page anew. */
    void headings(List<String> titles) {
        XWPFTableRow row = row(titles.size());
        row.setRepeatHeader(true);
        for (int i = 0; i < titles.size(); i++) {
            heading(row.getCell(i), titles.get(i));
        }
    }

    /** A row of texts. */
    void texts(List<String> texts) {
        XWPFTableRow row = row(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            paragraph(row.getCell(i), ParagraphAlignment.LEFT, texts.get(i));
        }
    }

    /** A row of labels, each with its text behind it. */
    void pairs(List<String> labelsAndTexts) {
        XWPFTableRow row = row(labelsAndTexts.size());
        for (int i = 0; i < labelsAndTexts.size(); i += 2) {
            heading(row.getCell(i), labelsAndTexts.get(i));
            paragraph(row.getCell(i + 1), ParagraphAlignment.LEFT, labelsAndTexts.get(i + 1));
        }
    }

    /** A label with paragraphs over the rest of the row. */
    void wide(String label, List<String> paragraphs) {
        XWPFTableRow row = wideRow(label);
        paragraphs.forEach(text -> paragraph(row.getCell(1), ParagraphAlignment.LEFT, text));
    }

    /**
     * A label with paragraphs and room for a signature below them, all on one page.
     *
     * @param signed what stands at the right, below
     * @param height at the least
     */
    void signed(String label, List<String> paragraphs, List<String> signed, int height) {
        XWPFTableRow row = wideRow(label);
        row.setHeight(height);
        row.setCantSplitRow(true);
        XWPFTableCell cell = row.getCell(1);
        paragraphs.forEach(text -> paragraph(cell, ParagraphAlignment.LEFT, text));
        signed.forEach(text -> paragraph(cell, ParagraphAlignment.RIGHT, text));
    }

    private XWPFTableRow wideRow(String label) {
        XWPFTableRow row = row(2);
        XWPFTableCell rest = row.getCell(1);
        rest.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(widths.size() - 1L));
        width(rest, widths.stream().skip(1).mapToInt(Integer::intValue).sum());
        heading(row.getCell(0), label);
        return row;
    }

    private XWPFTableRow row(int cells) {
        XWPFTableRow row = table.createRow();
        while (row.getTableCells().size() > cells) {
            row.removeCell(row.getTableCells().size() - 1);
        }
        while (row.getTableCells().size() < cells) {
            row.createCell();
        }
        for (int i = 0; i < cells; i++) {
            width(row.getCell(i), widths.get(i));
            row.getCell(i).setVerticalAlignment(XWPFVertAlign.CENTER);
        }
        return row;
    }

    private static void width(XWPFTableCell cell, int width) {
        CTTblWidth stored =
                cell.getCTTc().isSetTcPr() && cell.getCTTc().getTcPr().isSetTcW()
                        ? cell.getCTTc().getTcPr().getTcW()
                        : (cell.getCTTc().isSetTcPr()
                                        ? cell.getCTTc().getTcPr()
                                        : cell.getCTTc().addNewTcPr())
                                .addNewTcW();
        stored.setType(STTblWidth.DXA);
        stored.setW(BigInteger.valueOf(width));
    }

    private static void heading(XWPFTableCell cell, String text) {
        XWPFParagraph paragraph = next(cell);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        OfficialDocument.write(paragraph, text, OfficialFont.HEADING, POINTS);
    }

    private static void paragraph(XWPFTableCell cell, ParagraphAlignment alignment, String text) {
        XWPFParagraph paragraph = next(cell);
        paragraph.setAlignment(alignment);
        OfficialDocument.write(paragraph, text, OfficialFont.BODY, POINTS);
    }

    /** A cell begins with an empty paragraph, which is the first one. */
    private static XWPFParagraph next(XWPFTableCell cell) {
        List<XWPFParagraph> paragraphs = cell.getParagraphs();
        boolean begins = paragraphs.size() == 1 && paragraphs.get(0).getRuns().isEmpty();
        return begins ? paragraphs.get(0) : cell.addParagraph();
    }
}
