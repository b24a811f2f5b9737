package io.zhenggai.issue.paper;

import io.zhenggai.kit.text.Harmless;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** RFC 4180, in UTF-8 with the mark by which office programs know it. */
final class CsvWriter implements SheetWriter {

    private static final char MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final BufferedWriter text;
    private final CSVPrinter printer;

    CsvWriter(OutputStream target) {
        this.text = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        try {
            this.printer = new CSVPrinter(text, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin(PaperHead head, List<SheetColumn> columns) throws IOException {
        text.write(MARK);
        printer.printRecord(Harmless.text(head.title()));
        printer.printRecord(head.parts().stream().map(Harmless::text));
        printer.printRecord(columns.stream().map(SheetColumn::title));
        printer.flush();
    }

    @Override
    public void row(Consumer<SheetRow> cells) throws IOException {
        cells.accept(new Row());
        printer.println();
    }

    @Override
    public void finish() throws IOException {
        printer.close(true);
    }

    private final class Row implements SheetRow {

        @Override
        public void number(int number) {
            print(Integer.toString(number));
        }

        @Override
        public void text(@Nullable String text) {
            print(text == null ? "" : Harmless.text(text));
        }

        @Override
        public void day(@Nullable LocalDate day) {
            print(day == null ? "" : day.toString());
        }

        private void print(String cell) {
            try {
                printer.print(cell);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
