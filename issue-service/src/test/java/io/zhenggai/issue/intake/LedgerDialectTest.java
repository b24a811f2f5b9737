package io.zhenggai.issue.intake;

import static io.zhenggai.issue.intake.CsvLedgers.HEADER;
import static io.zhenggai.issue.intake.CsvLedgers.ROW;
import static io.zhenggai.issue.intake.CsvLedgers.read;
import static io.zhenggai.issue.intake.CsvLedgers.reader;
import static io.zhenggai.issue.intake.CsvLedgers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.issue.sheet.CsvDialect;
import io.zhenggai.issue.sheet.CsvSheet;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which encodings, with which delimiters and in which pieces a ledger may come as CSV. */
class LedgerDialectTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void readsGb18030AndUtf8WithOrWithoutMark() {
        String text = HEADER + "\r\n" + ROW.replace("超时", "超时：㐀𠀀") + "\r\n";

        assertThat(read(text.getBytes(GB18030), GB18030).get(0).issue().description())
                .isEqualTo("施工许可核发超时：㐀𠀀");
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .hasSize(1);
        assertThat(read(("\uFEFF\"序号\"" + text.substring(2)).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .hasSize(1);
        assertThat(read(("\uFEFF" + text).getBytes(GB18030), GB18030)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"UTF-8|,", "UTF-8|;", "UTF-8|TAB", "GB18030|,", "GB18030|;", "GB18030|TAB"})
    void theDialectOfOfficeProgramsIsSeenFromTheBeginning(String charset, String delimiter) {
        String sheet = "2021年问题台账，一期；二期\r\n" + HEADER + "\r\n" + ROW + "\r\n";
        byte[] bytes =
                sheet.replace(",", delimiter.equals("TAB") ? "\t" : delimiter).getBytes(Charset.forName(charset));

        List<LedgerRow> rows =
                reader().read(CsvSheet.of(new ByteArrayInputStream(bytes), Optional.empty(), ColumnLayout::isHeader));

        assertThat(rows).extracting(row -> row.issue().description()).containsExactly("施工许可核发超时");
    }

    @Test
    void aMarkTellsUtf8AndUtf16IsNotRead() {
        byte[] marked = ("\uFEFF" + HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_8);

        assertThat(reader().read(CsvSheet.of(
                        new ByteArrayInputStream(marked), Optional.empty(), ColumnLayout::isHeader)))
                .hasSize(1);
        for (Charset unicode : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] text = ("\uFEFF" + HEADER).getBytes(unicode);
            Refusal refusal = catchThrowableOfType(
                    Refusal.class,
                    () -> CsvSheet.of(new ByteArrayInputStream(text), Optional.empty(), ColumnLayout::isHeader));
            assertThat(refusal.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @Test
    void aCharacterThatTheLookCutsInTwoIsNoOtherEncoding() {
        for (int shift = 0; shift < 3; shift++) {
            String title = "x".repeat(shift) + "长".repeat(CsvDialect.BEGINNING / 3 + 10);
            byte[] text = (HEADER + "\n" + ROW.replace("施工许可核发超时", title)).getBytes(StandardCharsets.UTF_8);

            List<LedgerRow> rows = reader().read(
                            CsvSheet.of(new ByteArrayInputStream(text), Optional.empty(), ColumnLayout::isHeader));

            assertThat(rows).hasSize(1);
        }
    }

    @Test
    void bytesOfAnotherEncodingAreNamedByTheirLine() {
        String ascii = "a,b\r\n\"c\r\nd\",e\r\n";

        Refusal refusal =
                refusal((ascii + HEADER).getBytes(GB18030), StandardCharsets.UTF_8, ProblemType.INVALID_REQUEST);

        assertThat(refusal.detail().zh()).contains("第 4 行", "GB18030");
        assertThat(refusal.detail().en()).contains("Line 4");
    }

    @Test
    void whoDeclaredGb18030InVainIsNotAdvisedToDeclareIt() {
        Refusal refusal =
                refusal((HEADER + "。").getBytes(StandardCharsets.UTF_8), GB18030, ProblemType.INVALID_REQUEST);

        assertThat(refusal.detail().zh())
                .contains("不是 GB18030 编码", "charset=UTF-8")
                .doesNotContain("charset=GB18030");
    }

    @Test
    void aCharacterCutInTheMiddleIsNotOfItsEncoding() {
        byte[] whole = (HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_8);

        Refusal refusal =
                refusal(Arrays.copyOf(whole, whole.length - 1), StandardCharsets.UTF_8, ProblemType.INVALID_REQUEST);

        assertThat(refusal.detail().zh()).contains("第 2 行");
    }

    @Test
    void bytesMayComeInPartsOfAnySize() {
        byte[] text = (HEADER + "\r\n" + ROW).getBytes(StandardCharsets.UTF_8);
        InputStream oneByOne = new InputStream() {
            private int next;

            @Override
            public int read() {
                return next < text.length ? text[next++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int value = length == 0 ? -1 : read();
                if (value >= 0) {
                    target[offset] = (byte) value;
                }
                return value < 0 ? -1 : 1;
            }
        };

        assertThat(reader().read(new CsvSheet(oneByOne, new CsvDialect(StandardCharsets.UTF_8, ','))))
                .hasSize(1);
    }
}
