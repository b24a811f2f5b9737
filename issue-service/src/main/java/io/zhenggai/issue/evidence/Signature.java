package io.zhenggai.issue.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How contents begin, where they begin in a way of their own. */
enum Signature {
    PDF(0x25, 0x50, 0x44, 0x46, 0x2D),
    ZIP(0x50, 0x4B, 0x03, 0x04),
    /** ECMA-376: a ZIP of parts, each program's in a directory of its own. */
    WORD("word/"),
    EXCEL("xl/"),
    POWERPOINT("ppt/"),
    /** GB/T 33190: a ZIP with this file at its root. */
    OFD("OFD.xml"),
    /** The compound file of the office programs before 2007. */
    COMPOUND(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
    PNG(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A),
    JPEG(0xFF, 0xD8, 0xFF),
    /** Text: it has no signature, and so must have none of the others, nor a byte that no text holds. */
    NONE {
        @Override
        boolean fits(ContentSample content) {
            boolean another = Arrays.stream(values()).anyMatch(other -> other != NONE && other.fits(content));
            return !another && (isUtf16(content) || !content.holdsZero());
        }
    };

    private static final List<String> PARTS =
            Arrays.stream(values()).flatMap(kind -> kind.part.stream()).toList();

    private final int[] bytes;
    private final Optional<String> part;

    Signature(int... bytes) {
        this.bytes = bytes;
        this.part = Optional.empty();
    }

    Signature(String part) {
        this.bytes = ZipEntryNames.HEADER;
        this.part = Optional.of(part);
    }

    /** @return how the names of entries begin that only archives of one kind have */
    static List<String> parts() {
        return PARTS;
    }

    boolean fits(ContentSample content) {
        return content.beginsWith(bytes) && part.map(content::holdsEntry).orElse(true);
    }

    /** What Windows calls "Unicode" text: half of its bytes are zero where it is English. */
    private static boolean isUtf16(ContentSample content) {
        return content.beginsWith(0xFF, 0xFE) || content.beginsWith(0xFE, 0xFF);
    }
}
