package io.zhenggai.issue.sheet;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;

/** Reads the XML of a workbook's part, element by element. */
final class Xml implements AutoCloseable {

    /** As many characters as a cell may have. */
    static final int LONGEST_TEXT = 32_767;

    private final XMLStreamReader reader;

    /** @param in is closed by whoever opened it; document types and external entities are not read */
    Xml(InputStream in) throws XMLStreamException {
        this.reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
    }

    /** @return whether there is a further start or end of an element, at which this then stands */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** @return whether this stands at the start of an element of that name, whatever its namespace */
    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** @return an attribute of the element at hand; null when it has none of that name */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /**
     * Adds the text of the element at hand, and stands at its end.
     *
     * @return whether the text is still no longer than a cell may be; what is longer is not read to its end
     */
    boolean addText(StringBuilder text) throws XMLStreamException {
        for (int depth = 1; depth > 0 && reader.hasNext(); ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(
                            reader.getTextCharacters(),
                            reader.getTextStart(),
                            Math.min(reader.getTextLength(), LONGEST_TEXT + 1));
                default -> {
                    // Comments and the like say nothing.
                }
            }
            if (text.length() > LONGEST_TEXT) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws XMLStreamException {
        reader.close();
    }
}
