package io.zhenggai.issue.evidence;

import java.util.Arrays;

/** How contents begin, where they begin in a way of their own. */
enum Signature {
    PDF(0x25, 0x50, 0x44, 0x46, 0x2D),
    ZIP(0x50, 0x4B, 0x03, 0x04),
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

    private final int[] bytes;

    Signature(int... bytes) {
        this.bytes = bytes;
    }

    boolean fits(ContentSample content) {
        return content.beginsWith(bytes);
    }

    /** What Windows calls "Unicode" text: half of its bytes are zero where it is English. */
    private static boolean isUtf16(ContentSample content) {
        return content.beginsWith(0xFF, 0xFE) || content.beginsWith(0xFE, 0xFF);
    }
}
