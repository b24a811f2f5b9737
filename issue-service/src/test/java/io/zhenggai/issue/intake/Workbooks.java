package io.zhenggai.issue.intake;

import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.issue.sheet.SheetRow;
import io.zhenggai.issue.sheet.XlsxSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Workbooks written by hand, part by part, and what is read of them. */
final class Workbooks {

    static final String HEADER = row(1, "问题来源", "来源文号", "来源条目号", "来源日期", "所属地区", "问题描述", "问题类别", "严重程度");

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private String properties = "";

    /** A sheet whose rows, and whatever follows them, are given as XML. */
    Workbooks sheet(String state, String rows, String behind) {
        sheets.add(state);
        parts.put(
                "xl/worksheets/sheet" + sheets.size() + ".xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>");
        return this;
    }

    Workbooks from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    Workbooks part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    byte[] written() {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            list.append("<sheet name=\"表%1$d\" sheetId=\"%1$d\" state=\"%2$s\" r:id=\"rId%1$d\"/>"
                    .formatted(i, sheets.get(i - 1)));
            relations.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
                        .formatted(MAIN, RELATIONS, properties, list));
        relations
                .append(relation(100, "styles", "styles.xml"))
                .append(relation(101, "sharedStrings", "sharedStrings.xml"));
        parts.putIfAbsent(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN
                        + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"58\"/>"
                        + "</cellXfs></styleSheet>");
        parts.putIfAbsent("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"/>");
        parts.put("xl/_rels/workbook.xml.rels", relationships(relations.toString()));
        parts.put("_rels/.rels", relationships(relation(1, "officeDocument", "xl/workbook.xml")));
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml"
                  ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                </Types>""");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, kind, target);
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    /** A row of texts that stand in their cells. */
    static String row(int number, String... texts) {
        StringBuilder cells = new StringBuilder();
        for (String text : texts) {
            cells.append(text.startsWith("<") ? text : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
        }
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    /** One sheet with the header in its first row. */
    static byte[] ledger(String... rows) {
        return new Workbooks()
                .sheet("visible", HEADER + String.join("", rows), "")
                .written();
    }

    static List<SheetRow> rows(byte[] workbook) {
        try (Sheet sheet = sheet(workbook)) {
            List<SheetRow> rows = new ArrayList<>();
            for (Optional<SheetRow> row = sheet.next(); row.isPresent(); row = sheet.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }

    static Sheet sheet(byte[] workbook) {
        return XlsxSheet.of(new SeekableInMemoryByteChannel(workbook), ColumnLayout::isHeader);
    }

    /** A file beside this test's README. */
    static byte[] saved(String name) {
        try (InputStream in = Workbooks.class.getResourceAsStream("/ledgers/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
