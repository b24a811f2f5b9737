package io.zhenggai.issue.sheet;

import io.zhenggai.issue.upload.UploadedBody;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Words;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV, one after the other, as they come in. What cannot be read is refused with the place. */
public final class CsvSheet implements Sheet {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    private static final int LONGEST_ROW = 100_000;
    private static final int MOST_ROWS_WITH_BLANK_ONES = 200_000;

    private final Charset charset;
    private final StrictReader reader;
    private final Iterator<CSVRecord> records;
    private int number;

    /** A sheet in a known dialect. */
    public CsvSheet(InputStream in, CsvDialect dialect) {
        this.charset = dialect.charset();
        this.reader = new StrictReader(in, charset, LONGEST_ROW);
        CSVFormat format = FORMAT.builder().setDelimiter(dialect.delimiter()).get();
        this.records = read(() -> CSVParser.parse(reader, format).iterator());
    }

    /**
     * A sheet in whatever dialect its beginning is written.
     *
     * @param declared the encoding that the sender names
     * @param isHeader whether cells are a header's; by it the delimiter is told
     * @throws Refusal 400 when it breaks off, 415 when it is UTF-16
     */
    public static CsvSheet of(InputStream in, Optional<Charset> declared, Predicate<List<String>> isHeader) {
        BufferedInputStream buffered = new BufferedInputStream(in, CsvDialect.BEGINNING + 1);
        return new CsvSheet(buffered, CsvDialect.of(buffered, declared, isHeader));
    }

    @Override
    public Optional<SheetRow> next() {
        while (read(records::hasNext)) {
            number++;
            SheetRow row = new SheetRow(number, records.next().toList());
            reader.rowEnds();
            if (!row.isBlank()) {
                return Optional.of(row);
            }
            if (number > MOST_ROWS_WITH_BLANK_ONES) {
                throw unreadable("文件中空行过多，请删除后重新导入。", "The file has too many blank rows.");
            }
        }
        return Optional.empty();
    }

    /** Whoever opened the stream closes it. */
    @Override
    public void close() {
        // Nothing else is held.
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw refused(e.getCause());
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private Refusal refused(IOException cause) {
        int row = number + 1;
        if (cause instanceof StrictReader.MalformedTextException malformed) {
            return unreadable(
                    "文件第 " + malformed.line() + " 行的内容不是 " + charset + " 编码。" + advice().zh(),
                    "Line " + malformed.line() + " is not " + charset + ". " + advice().en());
        }
        if (cause instanceof StrictReader.RowTooLongException) {
            return unreadable(
                    "第 " + row + " 行过长，可能是单元格的引号没有闭合。",
                    "Row " + row + " is too long; perhaps a cell's quote was never closed.");
        }
        if (cause instanceof CSVException) {
            return unreadable(
                    "第 " + row + " 行的引号没有正确闭合，或引号之后还有其他字符。",
                    "In row " + row + " a quote is not closed, or something follows a closing one.");
        }
        return UploadedBody.brokenOff();
    }

    private Words advice() {
        return charset.equals(StandardCharsets.UTF_8)
                ? new Words(
                        "由 Excel 另存的 CSV 多为 GBK 编码，请在 Content-Type 中注明 charset=GB18030，或另存为“CSV UTF-8”。",
                        "What Excel saves as CSV is often GBK: say charset=GB18030 in Content-Type, or save it as CSV UTF-8.")
                : new Words(
                        "文件可能已是 UTF-8 编码，请在 Content-Type 中改为 charset=UTF-8。",
                        "Perhaps it is UTF-8: say charset=UTF-8 in Content-Type.");
    }

    private static Refusal unreadable(String zh, String en) {
        return new Refusal(ProblemType.INVALID_REQUEST, zh, en);
    }

    private interface Reading<T> {
        T get() throws IOException;
    }
}
