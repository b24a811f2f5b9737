package io.zhenggai.report.question;

import io.zhenggai.kit.text.Harmless;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tables as RFC 4180 in text that begins with the mark by which office programs know UTF-8. */
final class SheetCsv {

    private static final String MARK = "\uFEFF";

    private SheetCsv() {}

    /**
     * @param about what was counted, in words
     * @return the title and what it is about, a line each, the head, the rows
     */
    static String of(FigureSheet sheet, List<String> about) {
        StringWriter text = new StringWriter();
        text.write(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(sheet.title());
            printer.printRecord(about.stream().map(Harmless::text));
            printer.printRecord(sheet.head());
            for (List<String> row : sheet.rows()) {
                printer.printRecord(row.stream().map(Harmless::text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
