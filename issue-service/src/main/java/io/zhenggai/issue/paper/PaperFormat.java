package io.zhenggai.issue.paper;

import java.io.OutputStream;
import java.util.Locale;

/** As what a sheet leaves. */
public enum PaperFormat {
    /** A workbook with one sheet. */
    XLSX(PaperFormat.WORKBOOK) {
        @Override
        SheetWriter writer(OutputStream target, SheetList list) {
            return new XlsxWriter(target, list);
        }
    },
    /** UTF-8 with its mark, by commas. */
    CSV(PaperFormat.TEXT) {
        @Override
        SheetWriter writer(OutputStream target, SheetList list) {
            return new CsvWriter(target);
        }
    };

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String TEXT = "text/csv";

    private final String mediaType;

    PaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** @return the ending of a file's name, with the dot */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** @param target what is written to, and closed in the end */
    abstract SheetWriter writer(OutputStream target, SheetList list);
}
