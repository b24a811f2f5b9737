package io.zhenggai.issue.picture;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a JPEG tells before its pixels.
 *
 * @param orientation how the camera was held (Exif 2.3, tag 0x0112); upright where nothing is told, or not understood
 * @param sequential whether it can be read row by row; a progressive one is held whole, outside the heap, by whoever decodes it
 */
record JpegHead(Orientation orientation, boolean sequential) {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int APP1 = 0xE1;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED_SEQUENTIAL = 0xC1;
    private static final int ORIENTATION = 0x0112;

    /** @return of what is no JPEG, or broken: upright, and not sequential */
    static JpegHead of(Path picture) throws IOException {
        Orientation orientation = Orientation.UPRIGHT;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(picture)))) {
            if (in.readUnsignedShort() != START_OF_IMAGE) {
                return new JpegHead(orientation, false);
            }
            for (int marker = marker(in); !isStartOfScan(marker); marker = marker(in)) {
                if (isStartOfFrame(marker)) {
                    return new JpegHead(orientation, marker == BASELINE || marker == EXTENDED_SEQUENTIAL);
                }
                int length = in.readUnsignedShort() - 2;
                if (marker == APP1 && orientation == Orientation.UPRIGHT) {
                    orientation = ofExif(in.readNBytes(Math.max(0, length)));
                } else {
                    in.skipNBytes(Math.max(0, length));
                }
            }
        } catch (EOFException e) {
            // It ends before its pixels.
        }
        return new JpegHead(orientation, false);
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new EOFException("no marker where one must be");
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private static boolean isStartOfScan(int marker) {
        return marker == 0xDA;
    }

    /** Between them stand tables and extensions, which are none. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= BASELINE && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Orientation ofExif(byte[] segment) {
        try {
            ByteBuffer all = ByteBuffer.wrap(segment);
            return all.remaining() > EXIF.length && all.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF))
                    ? ofTiff(all.slice(EXIF.length, segment.length - EXIF.length))
                    : Orientation.UPRIGHT;
        } catch (IndexOutOfBoundsException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return Orientation.of(tiff.getShort(entry + 8) & 0xFFFF);
            }
        }
        return Orientation.UPRIGHT;
    }
}
