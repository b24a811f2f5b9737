package io.zhenggai.issue.intake;

import io.zhenggai.issue.sheet.CsvCharset;
import io.zhenggai.issue.sheet.CsvSheet;
import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.issue.sheet.XlsxSheet;
import io.zhenggai.issue.upload.UploadedBody;
import io.zhenggai.kit.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** Opens what was sent as a sheet of the ledger. */
final class SentSheet {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private SentSheet() {}

    /**
     * @param charset of a CSV, as the media type says it; null when it does not
     * @throws Refusal 400 when it cannot be read, 415 when it is in another encoding
     */
    static Sheet csv(InputStream body, @Nullable String charset) {
        Optional<Charset> declared = CsvCharset.of(charset);
        return CsvSheet.of(body, declared, ColumnLayout::isHeader);
    }

    /** @return whether it is a workbook, by its media type without parameters */
    static boolean isWorkbook(String mediaType) {
        return mediaType.equalsIgnoreCase(XLSX);
    }

    /**
     * Opens a file that is stored, at its beginning.
     *
     * @throws Refusal 400 when it cannot be read, 415 when it is in another encoding
     */
    static Sheet stored(SeekableByteChannel file, String mediaType, @Nullable String charset) {
        return isWorkbook(mediaType)
                ? XlsxSheet.of(file, ColumnLayout::isHeader)
                : csv(Channels.newInputStream(file), charset);
    }

    /**
     * Of a workbook all is held in memory: what it begins with is written at its end.
     *
     * @throws Refusal 400 when it cannot be read
     */
    static Sheet xlsx(InputStream body) {
        try {
            return XlsxSheet.of(new SeekableInMemoryByteChannel(body.readAllBytes()), ColumnLayout::isHeader);
        } catch (IOException e) {
            throw UploadedBody.brokenOff();
        }
    }
}
