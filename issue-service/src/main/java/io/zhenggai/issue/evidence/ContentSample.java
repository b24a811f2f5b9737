package io.zhenggai.issue.evidence;

import java.util.Arrays;

/** What is remembered of a content while it passes by: as much as tells of which kind it is. For one thread. */
final class ContentSample {

    private static final int HEAD = 16;

    private final byte[] head = new byte[HEAD];
    private int headLength;
    private boolean holdsZero;
    private final ZipEntryNames entries = new ZipEntryNames(Signature.parts());

    /** @return the sample of a content that is there whole */
    static ContentSample of(byte[] content) {
        ContentSample sample = new ContentSample();
        sample.see(content, content.length);
        return sample;
    }

    /** Takes note of the next bytes, the first {@code length} of the buffer. */
    void see(byte[] buffer, int length) {
        int missing = Math.min(HEAD - headLength, length);
        System.arraycopy(buffer, 0, head, headLength, missing);
        headLength += missing;
        for (int i = 0; i < length && !holdsZero; i++) {
            holdsZero = buffer[i] == 0;
        }
        entries.see(buffer, length);
    }

    /** @return whether nothing came */
    boolean isEmpty() {
        return headLength == 0;
    }

    /** @return whether a byte of it is zero, which no text in an encoding of single bytes or UTF-8 holds */
    boolean holdsZero() {
        return holdsZero;
    }

    /** @return whether it is a ZIP with an entry whose name begins so, one of those that {@link Signature#parts} names */
    boolean holdsEntry(String beginning) {
        return entries.contain(beginning);
    }

    /** @param start bytes as numbers from 0 to 255, at most 16 */
    boolean beginsWith(int... start) {
        if (headLength < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((head[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(head, headLength)) + (holdsZero ? " with zero" : "");
    }
}
