package io.zhenggai.issue.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes a text and stops at the first byte that is not of its encoding, where an ordinary reader would put a replacement
 * character; and at a row that no sheet has, before all the rest is taken for one cell whose quote was never closed.
 */
final class StrictReader extends Reader {

    private static final int BUFFER = 32 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final int longestRow;
    private boolean ended;
    private boolean started;
    private long line = 1;
    private long sinceRow;

    /** @param longestRow how many characters may pass between two calls of {@link #rowEnds} */
    StrictReader(InputStream in, Charset charset, int longestRow) {
        this.in = in;
        this.longestRow = longestRow;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Says that a row was read to its end. */
    void rowEnds() {
        sinceRow = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (out.position() == 0) {
            CoderResult result = decoder.decode(bytes, out, ended);
            skipByteOrderMark(out);
            if (out.position() > 0) {
                break;
            }
            if (result.isError()) {
                throw new MalformedTextException(line);
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        count(target, offset, out.position());
        return out.position();
    }

    private void skipByteOrderMark(CharBuffer out) {
        if (!started && out.position() > 0) {
            started = true;
            if (out.get(0) == BYTE_ORDER_MARK) {
                out.flip().position(1);
                out.compact();
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    private void count(char[] target, int offset, int length) throws RowTooLongException {
        for (int i = offset; i < offset + length; i++) {
            if (target[i] == '\n') {
                line++;
            }
        }
        sinceRow += length;
        if (sinceRow > longestRow) {
            throw new RowTooLongException();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Bytes that are not of the encoding. */
    static final class MalformedTextException extends IOException {
        private final long line;

        private MalformedTextException(long line) {
            super("malformed input in line " + line);
            this.line = line;
        }

        /** @return the line of the text, from 1; a row of a sheet may take several */
        long line() {
            return line;
        }
    }

    /** A row longer than any that could be right. */
    static final class RowTooLongException extends IOException {
        private RowTooLongException() {
            super("a row is too long");
        }
    }
}
