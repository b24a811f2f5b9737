package io.zhenggai.issue.intake;

import io.zhenggai.issue.upload.UploadedBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;

/** The file of an import, read from any place of it; of its portions one is held at a time. */
final class ImportFile implements SeekableByteChannel {

    /** Each but the last has as many bytes. */
    static final int PORTION = 512 * 1024;

    private final ImportPortions portions;
    private final UUID importId;
    private final long size;
    private byte[] held = new byte[0];
    private int heldOrdinal = -1;
    private long position;
    private boolean open = true;

    ImportFile(ImportPortions portions, UUID importId) {
        this.portions = portions;
        this.importId = importId;
        this.size = size(portions, importId);
    }

    /** Stores a file as it comes in; one statement for each portion, each a transaction of its own. */
    static void store(ImportPortions portions, UUID importId, InputStream body) {
        try {
            int ordinal = 0;
            for (byte[] part = body.readNBytes(PORTION); part.length > 0; part = body.readNBytes(PORTION)) {
                portions.put(importId, ImportPortions.Kind.FILE, ordinal, part);
                ordinal++;
            }
        } catch (IOException e) {
            throw UploadedBody.brokenOff();
        }
    }

    private static long size(ImportPortions portions, UUID importId) {
        return portions.size(importId, ImportPortions.Kind.FILE, PORTION);
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= size) {
            return -1;
        }
        int ordinal = (int) (position / PORTION);
        if (ordinal != heldOrdinal) {
            held = portions.get(importId, ImportPortions.Kind.FILE, ordinal).orElseThrow();
            heldOrdinal = ordinal;
        }
        int from = (int) (position % PORTION);
        int count = Math.min(target.remaining(), held.length - from);
        target.put(held, from, count);
        position += count;
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }
}
