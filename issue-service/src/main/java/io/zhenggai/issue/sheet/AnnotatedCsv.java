package io.zhenggai.issue.sheet;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV as it came, in its dialect, with one column more. */
public final class AnnotatedCsv {

    private final Optional<Charset> declared;
    private final Predicate<List<String>> isHeader;
    private final int place;
    private final String title;

    /**
     * @param declared the encoding that its sender named
     * @param isHeader whether cells are a header's
     * @param place of the column, from 0; what stands there already is replaced
     * @param title of the column
     */
    public AnnotatedCsv(Optional<Charset> declared, Predicate<List<String>> isHeader, int place, String title) {
        this.declared = declared;
        this.isHeader = isHeader;
        this.place = place;
        this.title = title;
    }

    /** Writes row by row; neither stream is closed. */
    public void write(InputStream csv, Iterator<RowNote> notes, OutputStream out) throws IOException {
        BufferedInputStream in = new BufferedInputStream(csv, CsvDialect.BEGINNING + 1);
        CsvDialect dialect = CsvDialect.of(in, declared, isHeader);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, dialect.charset()));
        if (dialect.charset().equals(StandardCharsets.UTF_8)) {
            // Excel reads UTF-8 without it as something else.
            writer.write('\uFEFF');
        }
        CSVFormat format =
                CSVFormat.EXCEL.builder().setDelimiter(dialect.delimiter()).get();
        CSVPrinter printer = new CSVPrinter(writer, format);
        write(new CsvSheet(in, dialect), new RowNotes(notes), printer);
        printer.flush();
    }

    private void write(Sheet sheet, RowNotes notes, CSVPrinter printer) throws IOException {
        int number = 0;
        boolean below = false;
        boolean replaces = false;
        for (Optional<SheetRow> row = sheet.next(); row.isPresent(); row = sheet.next()) {
            for (number++; number < row.get().number(); number++) {
                printer.println();
            }
            List<String> cells = row.get().cells();
            boolean header = !below && isHeader.test(cells);
            below |= header;
            replaces |= header && cells.size() > place;
            Optional<String> note = header ? Optional.of(title) : below ? notes.of(number) : Optional.empty();
            List<String> kept = replaces ? without(cells) : cells;
            printer.printRecord(note.map(text -> with(cells, text)).orElse(kept));
        }
    }

    private List<String> with(List<String> cells, String text) {
        List<String> longer = new ArrayList<>(cells);
        while (longer.size() <= place) {
            longer.add("");
        }
        longer.set(place, text);
        return longer;
    }

    private List<String> without(List<String> cells) {
        return cells.size() > place ? with(cells, "") : cells;
    }
}
