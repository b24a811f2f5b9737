package io.zhenggai.issue.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook as they stand in the file, blank ones among them; behind them its merged cells. */
final class XlsxRows implements AutoCloseable {

    private static final int LAST_ROW = 1_048_576;
    private static final int MOST_CELLS = 1_000;

    private final InputStream in;
    private final Xml xml;
    private final SharedTexts texts;
    private final CellFormats formats;
    private int number;

    XlsxRows(InputStream in, SharedTexts texts, CellFormats formats) throws XMLStreamException {
        this.in = in;
        this.xml = new Xml(in);
        this.texts = texts;
        this.formats = formats;
    }

    /** @return the next row; empty behind the last one */
    Optional<SheetRow> next() throws XMLStreamException {
        while (xml.next() && !xml.ends("sheetData")) {
            if (xml.starts("row")) {
                return Optional.of(row());
            }
        }
        return Optional.empty();
    }

    private SheetRow row() throws XMLStreamException {
        number = placed(xml.attribute("r"), number);
        List<String> cells = new ArrayList<>();
        int place = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                String reference = xml.attribute("r");
                place = reference == null ? place : new CellReference(reference).getCol();
                if (place < 0 || place >= MOST_CELLS) {
                    throw XlsxRefusals.tooWide(number);
                }
                while (cells.size() < place) {
                    cells.add("");
                }
                set(cells, place, cell());
                place++;
            }
        }
        return new SheetRow(number, cells);
    }

    private static void set(List<String> cells, int place, String text) {
        if (place < cells.size()) {
            cells.set(place, text);
        } else {
            cells.add(text);
        }
    }

    /** Rows stand in their order; one that names no number is the next. */
    private static int placed(@Nullable String said, int before) {
        try {
            int number = said == null ? before + 1 : Integer.parseInt(said);
            if (number <= before || number > LAST_ROW) {
                throw XlsxRefusals.broken();
            }
            return number;
        } catch (NumberFormatException e) {
            throw XlsxRefusals.broken();
        }
    }

    private String cell() throws XMLStreamException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        StringBuilder value = new StringBuilder();
        String inline = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                if (!xml.addText(value)) {
                    throw XlsxRefusals.tooWide(number);
                }
            } else if (xml.starts("is")) {
                inline = SharedTexts.text(xml, "is");
            }
        }
        return text(type == null ? "n" : type, style, value.toString(), inline);
    }

    /** Of a formula it is what it last came to; of an error its name, such as #REF!. */
    private String text(String type, @Nullable String style, String value, String inline) {
        return switch (type) {
            case "inlineStr" -> inline;
            case "s" -> value.isEmpty() ? "" : texts.of(value);
            case "str" -> SharedTexts.unescaped(value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "n" -> value.isEmpty() ? "" : formats.text(style, value);
            // 2021-10-31T00:00:00
            case "d" -> value.indexOf('T') > 0 ? value.substring(0, value.indexOf('T')) : value;
            default -> value;
        };
    }

    /** To be called behind the last row, or instead of reading on. */
    List<MergedCells.Area> merged() throws XMLStreamException {
        List<MergedCells.Area> merged = new ArrayList<>();
        while (xml.next() && !xml.ends("mergeCells")) {
            if (xml.starts("mergeCell")) {
                String area = xml.attribute("ref");
                if (area != null) {
                    merged.add(MergedCells.Area.of(area));
                }
                if (merged.size() > MergedCells.MOST) {
                    throw XlsxRefusals.tooManyMerges();
                }
            }
        }
        return merged;
    }

    @Override
    public void close() throws XMLStreamException, IOException {
        xml.close();
        in.close();
    }
}
