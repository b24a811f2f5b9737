package io.zhenggai.issue.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.Namespace;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;

/**
 * A workbook as it came, with one column more in the sheet that is read: its parts are copied, and that sheet's rows go through one by one,
 * so that formats, widths and all else stay as they are.
 */
public final class AnnotatedXlsx {

    private static final Iterator<Namespace> NONE = Collections.emptyIterator();
    private static final XMLEventFactory EVENTS = XMLHelper.newXMLEventFactory();

    private final Predicate<List<String>> isHeader;
    private final int place;
    private final String title;

    /**
     * @param isHeader whether cells are a header's
     * @param place of the column, from 0; what stands there already is replaced
     * @param title of the column
     */
    public AnnotatedXlsx(Predicate<List<String>> isHeader, int place, String title) {
        this.isHeader = isHeader;
        this.place = place;
        this.title = title;
    }

    /** Writes part by part; neither is closed. */
    public void write(SeekableByteChannel workbook, Iterator<RowNote> notes, OutputStream out) throws IOException {
        XlsxSheet.Place sheet = XlsxSheet.place(workbook, isHeader);
        try (XlsxParts parts = XlsxParts.of(workbook)) {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (String name : parts.names()) {
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream in = parts.part(name)) {
                    if (name.equals(sheet.part())) {
                        write(in, sheet.headerRow(), new RowNotes(notes), zip);
                    } else {
                        in.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
            zip.finish();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(InputStream in, int header, RowNotes notes, OutputStream out) throws XMLStreamException {
        XMLEventReader reader = XMLHelper.newXMLInputFactory().createXMLEventReader(in);
        XMLEventWriter writer = XMLHelper.newXMLOutputFactory().createXMLEventWriter(out, "UTF-8");
        int number = 0;
        boolean replaces = false;
        while (reader.hasNext()) {
            XMLEvent event = reader.nextEvent();
            if (is(event, "row")) {
                StartElement row = event.asStartElement();
                Attribute said = row.getAttributeByName(new QName("r"));
                number = said == null ? number + 1 : Integer.parseInt(said.getValue());
                writer.add(withoutSpans(row));
                Optional<String> note = number == header ? Optional.of(title) : notes.of(number);
                boolean stood = row(reader, writer, row, number, number < header ? Optional.empty() : note, replaces);
                replaces |= number == header && stood;
            } else {
                writer.add(event);
            }
        }
        writer.flush();
    }

    /** Which columns a row reaches over, to read it faster: it reaches further now. */
    private static StartElement withoutSpans(StartElement row) {
        List<Attribute> kept = new ArrayList<>();
        row.getAttributes().forEachRemaining(attribute -> {
            if (!attribute.getName().getLocalPart().equals("spans")) {
                kept.add(attribute);
            }
        });
        return EVENTS.createStartElement(row.getName(), kept.iterator(), row.getNamespaces());
    }

    /**
     * @param replaces whether the column was there already: what stands in it is replaced by the note, or by nothing
     * @return whether anything was written in the column
     */
    private boolean row(
            XMLEventReader reader,
            XMLEventWriter writer,
            StartElement row,
            int number,
            Optional<String> note,
            boolean replaces)
            throws XMLStreamException {
        int cell = 0;
        boolean stood = false;
        boolean noted = note.isEmpty();
        for (XMLEvent event = reader.nextEvent(); !ends(event, "row"); event = reader.nextEvent()) {
            if (is(event, "c")) {
                Attribute said = event.asStartElement().getAttributeByName(new QName("r"));
                cell = said == null ? cell : new CellReference(said.getValue()).getCol();
                if (cell > place && !noted) {
                    note(writer, row, number, note.orElseThrow());
                    noted = true;
                }
                boolean replaced = cell == place && (replaces || note.isPresent());
                stood |= copy(reader, replaced ? Optional.empty() : Optional.of(writer), event) && cell == place;
                cell++;
            } else {
                writer.add(event);
            }
        }
        if (!noted) {
            note(writer, row, number, note.orElseThrow());
        }
        writer.add(EVENTS.createEndElement(row.getName(), row.getNamespaces()));
        return stood;
    }

    /** @return whether anything is written in the cell */
    private static boolean copy(XMLEventReader reader, Optional<XMLEventWriter> writer, XMLEvent cell)
            throws XMLStreamException {
        XMLEvent event = cell;
        boolean written = false;
        while (!ends(event, "c")) {
            if (writer.isPresent()) {
                writer.get().add(event);
            }
            event = reader.nextEvent();
            written |= event.isCharacters() && !event.asCharacters().getData().isBlank();
        }
        if (writer.isPresent()) {
            writer.get().add(event);
        }
        return written;
    }

    private void note(XMLEventWriter writer, StartElement row, int number, String text) throws XMLStreamException {
        String reference = CellReference.convertNumToColString(place) + number;
        start(
                writer,
                row,
                "c",
                List.of(EVENTS.createAttribute("r", reference), EVENTS.createAttribute("t", "inlineStr")));
        start(writer, row, "is", List.of());
        start(writer, row, "t", List.of());
        writer.add(EVENTS.createCharacters(text));
        end(writer, row, "t");
        end(writer, row, "is");
        end(writer, row, "c");
    }

    private static void start(XMLEventWriter writer, StartElement row, String name, List<Attribute> attributes)
            throws XMLStreamException {
        writer.add(EVENTS.createStartElement(like(row, name), attributes.iterator(), NONE));
    }

    private static void end(XMLEventWriter writer, StartElement row, String name) throws XMLStreamException {
        writer.add(EVENTS.createEndElement(like(row, name), NONE));
    }

    private static QName like(StartElement row, String name) {
        return new QName(row.getName().getNamespaceURI(), name, row.getName().getPrefix());
    }

    private static boolean is(XMLEvent event, String name) {
        return event.isStartElement()
                && event.asStartElement().getName().getLocalPart().equals(name);
    }

    private static boolean ends(XMLEvent event, String name) {
        return event.isEndElement()
                && event.asEndElement().getName().getLocalPart().equals(name);
    }
}
