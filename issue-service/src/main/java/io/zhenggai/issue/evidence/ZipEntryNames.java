package io.zhenggai.issue.evidence;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the names of a ZIP's entries begin, found while its bytes pass by: each entry has a header of its own before its content (APPNOTE.TXT
 * 4.3.7). For one thread.
 */
final class ZipEntryNames {

    /** What is remembered of a name: as much as tells the parts of one office program from those of another. */
    static final int LONGEST = 7;

    /** What stands before each entry, and so at the beginning of a ZIP that is not empty. */
    static final int[] HEADER = {0x50, 0x4B, 0x03, 0x04};

    private static final int LENGTH = 26;
    private static final int NAME = 30;

    private final List<String> asked;
    private final Set<String> found = new HashSet<>();
    private final byte[] name = new byte[LONGEST];

    /** Of the header at hand, from its first byte on. */
    private int position;

    private int length;

    /** @param asked the beginnings that are looked for, of at most {@link #LONGEST} bytes */
    ZipEntryNames(List<String> asked) {
        this.asked = asked;
    }

    /** Takes note of the next bytes, the first {@code count} of the buffer. */
    void see(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            see(buffer[i] & 0xFF);
        }
    }

    private void see(int next) {
        if (position < HEADER.length) {
            position = next == HEADER[position] ? position + 1 : next == HEADER[0] ? 1 : 0;
            return;
        }
        if (position == LENGTH) {
            length = next;
        } else if (position == LENGTH + 1) {
            length = Math.min(length | next << 8, LONGEST);
        } else if (position >= NAME) {
            name[position - NAME] = (byte) next;
        }
        position++;
        if (position >= NAME && position == NAME + length) {
            remember();
            position = 0;
        }
    }

    private void remember() {
        String beginning = new String(name, 0, length, StandardCharsets.ISO_8859_1);
        asked.stream().filter(beginning::startsWith).forEach(found::add);
    }

    /** @return whether an entry came whose name begins so, one of the beginnings asked for */
    boolean contain(String beginning) {
        return found.contains(beginning);
    }
}
