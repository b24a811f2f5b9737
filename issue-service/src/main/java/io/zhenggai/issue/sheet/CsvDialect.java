package io.zhenggai.issue.sheet;

import io.zhenggai.issue.upload.UploadedBody;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How a CSV is written: office programs save the same sheet in different encodings, with commas, semicolons or tabs, by the settings of
 * whoever saves it. The beginning tells.
 *
 * @param charset UTF-8 or GB18030, which holds GBK and GB2312
 * @param delimiter between cells
 */
public record CsvDialect(Charset charset, char delimiter) {

    /** As much as is looked at, in bytes: rows of titles and a header, however long. */
    public static final int BEGINNING = 64 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';');

    /** With which what Excel calls "Unicode text" begins, by the order of its bytes. */
    private static final Set<Integer> UTF_16_MARKS = Set.of(0xFEFF, 0xFFFE);

    /**
     * Looks at the beginning, which is read again afterwards.
     *
     * @param in buffers at least the beginning
     * @param declared the encoding that the sender names
     * @param isHeader whether cells are a header's
     * @throws Refusal 400 when it breaks off, 415 when it is UTF-16
     */
    static CsvDialect of(BufferedInputStream in, Optional<Charset> declared, Predicate<List<String>> isHeader) {
        byte[] beginning = beginning(in);
        Charset charset = declared.orElseGet(() -> charset(beginning));
        String text = decoded(beginning, charset);
        char delimiter = DELIMITERS.stream()
                .filter(candidate -> hasHeader(text, candidate, isHeader))
                .findFirst()
                .orElse(',');
        return new CsvDialect(charset, delimiter);
    }

    private static byte[] beginning(InputStream in) {
        try {
            in.mark(BEGINNING + 1);
            byte[] beginning = in.readNBytes(BEGINNING);
            in.reset();
            return beginning;
        } catch (IOException e) {
            throw UploadedBody.brokenOff();
        }
    }

    private static Charset charset(byte[] beginning) {
        if (beginning.length > 1) {
            int mark = (beginning[0] & 0xFF) << Byte.SIZE | beginning[1] & 0xFF;
            if (UTF_16_MARKS.contains(mark)) {
                throw new Refusal(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "文件为 UTF-16 编码（“Unicode 文本”），请另存为“CSV UTF-8”后重新导入。",
                        "The file is UTF-16 (\"Unicode text\"); save it as CSV UTF-8.");
            }
        }
        return isUtf8(beginning) ? StandardCharsets.UTF_8 : GB18030;
    }

    /** A character that is cut off where the beginning ends is not held against it. */
    private static boolean isUtf8(byte[] beginning) {
        CharBuffer out = CharBuffer.allocate(beginning.length);
        return !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(beginning), out, false)
                .isError();
    }

    private static String decoded(byte[] beginning, Charset charset) {
        String text = new String(beginning, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean hasHeader(String text, char delimiter, Predicate<List<String>> isHeader) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            int looked = 0;
            for (CSVRecord row : parser) {
                if (isHeader.test(row.toList())) {
                    return true;
                }
                looked++;
                if (looked == Sheet.LAST_ROW_FOR_HEADER) {
                    return false;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException e) {
            // Quotes that do not fit: whoever reads the file says where.
            return false;
        }
    }
}
