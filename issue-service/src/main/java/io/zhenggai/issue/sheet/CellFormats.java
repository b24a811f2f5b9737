package io.zhenggai.issue.sheet;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a number in a cell says, by the format of the cell: a date, whatever the format writes first, as 2021-10-31; everything else as it is
 * shown, so that 007 stays 007; and without a format all of its digits.
 */
final class CellFormats {

    private static final double FIRST_DAY = 1;
    private static final double BEHIND_LAST_DAY = 2_958_466;
    private static final int GENERAL = 0;
    private static final int TEXT = 49;

    private final LocalDate dayZero;
    private final boolean from1904;
    private final Map<Integer, String> own = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    /**
     * @param in empty when the workbook has no formats
     * @param from1904 whether its days are counted from 1904, as older Macs did
     */
    CellFormats(Optional<InputStream> in, boolean from1904, LocalDate dayZero) throws XMLStreamException {
        this.from1904 = from1904;
        this.dayZero = dayZero;
        if (in.isPresent()) {
            read(in.get());
        }
    }

    private void read(InputStream in) throws XMLStreamException {
        try (Xml xml = new Xml(in)) {
            boolean ofCells = false;
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    String code = xml.attribute("formatCode");
                    own.put(number(xml.attribute("numFmtId")), code == null ? "General" : code);
                } else if (xml.starts("cellXfs")) {
                    ofCells = true;
                } else if (xml.ends("cellXfs")) {
                    ofCells = false;
                } else if (ofCells && xml.starts("xf")) {
                    styles.add(number(xml.attribute("numFmtId")));
                }
            }
        }
    }

    /**
     * @param style the number of the cell's style; null when it has none
     * @param raw as it stands in the file
     */
    String text(@Nullable String style, String raw) {
        int format = format(style);
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (format == GENERAL || format == TEXT) {
            return plain(raw, value);
        }
        String code = own.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format));
        if (isDate(format, code) && value >= FIRST_DAY && value < BEHIND_LAST_DAY) {
            return dayZero.plusDays((long) value).toString();
        }
        return code == null || code.equalsIgnoreCase("General")
                ? plain(raw, value)
                : formatter.formatRawCellContents(value, format, code, from1904);
    }

    private int format(@Nullable String style) {
        int index = number(style);
        return style == null || index < 0 || index >= styles.size() ? GENERAL : styles.get(index);
    }

    private static boolean isDate(int format, @Nullable String code) {
        // Those of Chinese dates, such as 10月31日, stand in no table: each office program knows them.
        return format >= 27 && format <= 36
                || format >= 50 && format <= 58
                || code != null && DateUtil.isADateFormat(format, code);
    }

    /** A telephone number is not 1.38E+10. */
    private static String plain(String raw, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return raw;
        }
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return number.precision() - number.scale() > 30 || number.scale() > 30 ? raw : number.toPlainString();
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
