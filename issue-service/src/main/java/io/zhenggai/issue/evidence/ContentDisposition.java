package io.zhenggai.issue.evidence;

import java.nio.charset.StandardCharsets;

/** The header that has a browser save a file instead of showing it (RFC 6266). */
public final class ContentDisposition {

    /** RFC 8187, attr-char: what stands for itself. */
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** @return the value, with the name in ASCII for old readers and in full for the others */
    public static String attachment(String fileName) {
        return "attachment; filename=\"" + ascii(fileName) + "\"; filename*=UTF-8''" + encoded(fileName);
    }

    private static String ascii(String fileName) {
        StringBuilder ascii = new StringBuilder();
        fileName.codePoints()
                .forEach(character -> ascii.append(
                        character < ' ' || character > '~' || "\"\\%".indexOf(character) >= 0
                                ? '_'
                                : (char) character));
        return ascii.toString();
    }

    private static String encoded(String fileName) {
        StringBuilder encoded = new StringBuilder();
        for (byte value : fileName.getBytes(StandardCharsets.UTF_8)) {
            if (value > 0 && UNRESERVED.indexOf(value) >= 0) {
                encoded.append((char) value);
            } else {
                encoded.append("%%%02X".formatted(value & 0xFF));
            }
        }
        return encoded.toString();
    }
}
