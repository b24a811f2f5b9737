package io.zhenggai.issue.sheet;

import io.zhenggai.kit.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's sheet, of the first visible one that has a header, or of the first visible one. Read in two passes: where the
 * header stands and which cells are merged, which is written behind the rows; then row by row.
 */
public final class XlsxSheet implements Sheet {

    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    /** The name of a stream in which an encrypted workbook lies, as it stands in its directory. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final XlsxParts parts;
    private final XlsxRows rows;
    private final MergedCells merged;
    private final LocalDate dayZero;
    private final Place place;

    private XlsxSheet(XlsxParts parts, XlsxRows rows, MergedCells merged, LocalDate dayZero, Place place) {
        this.parts = parts;
        this.rows = rows;
        this.merged = merged;
        this.dayZero = dayZero;
        this.place = place;
    }

    /**
     * @param file stays open
     * @param isHeader whether cells are a header's
     * @throws Refusal 400 when it is no workbook that can be read
     */
    public static XlsxSheet of(SeekableByteChannel file, Predicate<List<String>> isHeader) {
        return read(() -> {
            refuseOtherKinds(file);
            XlsxParts parts = XlsxParts.of(file);
            try {
                return open(parts, isHeader);
            } catch (RuntimeException | IOException | XMLStreamException e) {
                parts.close();
                throw e;
            }
        });
    }

    /**
     * Where the rows of a workbook are read from.
     *
     * @param part the name of the part
     * @param headerRow from 1; 0 where there is no header
     */
    record Place(String part, int headerRow) {}

    /** @return where the rows of such a workbook are read from */
    static Place place(SeekableByteChannel file, Predicate<List<String>> isHeader) {
        return read(() -> {
            try (XlsxSheet sheet = of(file, isHeader)) {
                return sheet.place;
            }
        });
    }

    private static void refuseOtherKinds(SeekableByteChannel file) throws IOException {
        byte[] beginning = new byte[OLE.length];
        file.position(0);
        ByteBuffer target = ByteBuffer.wrap(beginning);
        while (target.hasRemaining() && file.read(target) >= 0) {
            // On to the next part of it.
        }
        if (Arrays.equals(beginning, OLE)) {
            throw holds(file, ENCRYPTED) ? XlsxRefusals.encrypted() : XlsxRefusals.oldFormat();
        }
        if (!Arrays.equals(beginning, 0, ZIP.length, ZIP, 0, ZIP.length)) {
            throw XlsxRefusals.notAWorkbook();
        }
    }

    private static boolean holds(SeekableByteChannel file, byte[] wanted) throws IOException {
        InputStream in = Channels.newInputStream(file.position(0));
        int matched = 0;
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == wanted[matched] ? matched + 1 : buffer[i] == wanted[0] ? 1 : 0;
                if (matched == wanted.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static XlsxSheet open(XlsxParts parts, Predicate<List<String>> isHeader)
            throws IOException, XMLStreamException {
        Workbook workbook = Workbook.read(parts);
        LocalDate dayZero = workbook.from1904() ? DAY_ZERO_OF_1904 : DAY_ZERO;
        CellFormats formats = new CellFormats(parts.styles(), workbook.from1904(), dayZero);
        SharedTexts texts = new SharedTexts(parts.texts());
        for (String sheet : workbook.visible()) {
            try (XlsxRows rows = new XlsxRows(parts.sheet(sheet), texts, formats)) {
                Optional<SheetRow> header = header(rows, isHeader);
                if (header.isPresent()) {
                    MergedCells merged = new MergedCells(rows.merged(), header.get());
                    Place place = new Place(parts.nameOf(sheet), header.get().number());
                    return new XlsxSheet(
                            parts, new XlsxRows(parts.sheet(sheet), texts, formats), merged, dayZero, place);
                }
            }
        }
        String first = workbook.visible().stream().findFirst().orElseThrow(XlsxRefusals::noVisibleSheet);
        MergedCells none = new MergedCells(List.of(), new SheetRow(0, List.of()));
        return new XlsxSheet(
                parts,
                new XlsxRows(parts.sheet(first), texts, formats),
                none,
                dayZero,
                new Place(parts.nameOf(first), 0));
    }

    private static Optional<SheetRow> header(XlsxRows rows, Predicate<List<String>> isHeader)
            throws XMLStreamException {
        for (Optional<SheetRow> row = rows.next();
                row.isPresent() && row.get().number() <= LAST_ROW_FOR_HEADER;
                row = rows.next()) {
            if (isHeader.test(row.get().cells())) {
                return row;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<SheetRow> next() {
        return read(() -> {
            for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                SheetRow filled = merged.filled(row.get());
                if (!filled.isBlank()) {
                    return Optional.of(filled);
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public LocalDate dayZero() {
        return dayZero;
    }

    @Override
    public void close() {
        read(() -> {
            rows.close();
            parts.close();
            return true;
        });
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            // The last one is what unzipping and POI say of numbers and names that cannot be.
            throw XlsxRefusals.broken();
        }
    }

    private interface Reading<T> {
        T get() throws IOException, XMLStreamException;
    }

    /**
     * What a workbook says of its sheets.
     *
     * @param visible the visible ones, in their order, by the relation to each
     * @param from1904 whether its days are counted from 1904
     */
    private record Workbook(List<String> visible, boolean from1904) {

        private static Workbook read(XlsxParts parts) throws IOException, XMLStreamException {
            List<String> visible = new ArrayList<>();
            boolean from1904 = false;
            try (Xml xml = new Xml(parts.workbook())) {
                while (xml.next()) {
                    if (xml.starts("workbookPr")) {
                        from1904 = isTrue(xml.attribute("date1904"));
                    } else if (xml.starts("sheet")) {
                        String relation = xml.attribute("id");
                        String state = xml.attribute("state");
                        if (relation != null && parts.isSheet(relation) && (state == null || state.equals("visible"))) {
                            visible.add(relation);
                        }
                    }
                }
            }
            return new Workbook(visible, from1904);
        }

        private static boolean isTrue(@Nullable String said) {
            return "1".equals(said) || "true".equals(said);
        }
    }
}
