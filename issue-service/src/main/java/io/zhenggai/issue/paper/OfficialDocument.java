package io.zhenggai.issue.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** An A4 paper as offices have it: a title, lines and tables in their usual fonts. Small, and whole in memory. */
final class OfficialDocument {

    /** Twentieths of a point, as everything here. */
    static final int TEXT_WIDTH = 9_298;

    private static final int PAGE_WIDTH = 11_906;
    private static final int PAGE_HEIGHT = 16_838;
    private static final int MARGIN = (PAGE_WIDTH - TEXT_WIDTH) / 2;
    private static final int MARGIN_ABOVE = 1_440;

    private static final double TITLE_POINTS = 22;
    private static final double BODY_POINTS = 12;

    private final XWPFDocument document = new XWPFDocument();

    OfficialDocument(String title) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN_ABOVE));
        margins.setBottom(BigInteger.valueOf(MARGIN_ABOVE));
        XWPFParagraph heading = document.createParagraph();
        heading.setAlignment(ParagraphAlignment.CENTER);
        heading.setSpacingAfter(200);
        write(heading, title, OfficialFont.TITLE, TITLE_POINTS);
    }

    /** A line of text by itself. */
    void line(String text) {
        XWPFParagraph line = document.createParagraph();
        line.setSpacingAfter(100);
        write(line, text, OfficialFont.BODY, BODY_POINTS);
    }

    /** A table as wide as the text. */
    OfficialTable table(List<Integer> widths) {
        return new OfficialTable(document, widths);
    }

    /** @return the file */
    byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            OfficialFont.addTable(document);
            document.write(bytes);
            document.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OpenXML4JException e) {
            throw new IllegalStateException("the document could not be put together", e);
        }
    }

    static void write(XWPFParagraph paragraph, String text, OfficialFont font, double points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(OfficialFont.WESTERN, FontCharRange.ascii);
        run.setFontFamily(OfficialFont.WESTERN, FontCharRange.hAnsi);
        run.setFontFamily(font.chinese(), FontCharRange.eastAsia);
        run.setFontSize(points);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }
}
