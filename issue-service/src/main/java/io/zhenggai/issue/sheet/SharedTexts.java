package io.zhenggai.issue.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * The texts of a workbook, to which its cells refer by number: held in memory, for a cell may refer to any of them. POI's own table makes
 * an object of several hundred bytes of each text that is asked for.
 */
final class SharedTexts {

    /** About 50 MiB. */
    private static final int MOST_CHARACTERS = 24_000_000;

    private static final int MOST_TEXTS = 1_000_000;

    /** What XML cannot hold stands as its number: a carriage return is {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();

    /** @param in empty when the workbook has none */
    SharedTexts(Optional<InputStream> in) throws XMLStreamException {
        if (in.isPresent()) {
            read(in.get());
        }
    }

    private void read(InputStream in) throws XMLStreamException {
        int characters = 0;
        try (Xml xml = new Xml(in)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    String text = text(xml, "si");
                    characters += text.length();
                    if (characters > MOST_CHARACTERS || texts.size() >= MOST_TEXTS) {
                        throw XlsxRefusals.tooMuchText();
                    }
                    texts.add(text);
                }
            }
        }
    }

    /**
     * Reads a text with all its runs, but without how it is pronounced.
     *
     * @param xml stands at the start of the element of that name, and then at its end
     */
    static String text(Xml xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean pronounced = false;
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("rPh")) {
                pronounced = true;
            } else if (xml.ends("rPh")) {
                pronounced = false;
            } else if (xml.starts("t") && !xml.addText(pronounced ? new StringBuilder() : text)) {
                throw XlsxRefusals.tooMuchText();
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** @return the text of that number; empty when there is none, as in a broken file */
    String of(String number) {
        try {
            return texts.get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw XlsxRefusals.broken();
        }
    }
}
