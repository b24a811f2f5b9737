package io.zhenggai.issue.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jboss.logging.Logger;

/**
 * Makes thumbnails of PNG and JPEG. A picture is read in rows and thinned out while it is: what it takes in memory is about that of the
 * thumbnail, however many pixels a small file claims to have. Nothing of what a camera notes, such as the place, comes along.
 */
public final class Thumbnails {

    /** No thumbnail has more bytes: 320 × 320 pixels of noise have about 100 KiB. */
    public static final int MOST_BYTES = 512 * 1024;

    private static final Logger LOG = Logger.getLogger(Thumbnails.class);

    /** The longer side, in pixels. */
    private static final int SIDE = 320;
    /** Cameras make up to 200 million; a file of a few hundred bytes may claim billions, and costs the time to read them all. */
    private static final long MOST_PIXELS = 120_000_000;
    /** Of one that its decoder holds whole, at 6 bytes a pixel outside the heap: a progressive JPEG. */
    private static final long MOST_PIXELS_HELD = 16_000_000;
    /** A row is held whole. */
    private static final int LONGEST_SIDE = 30_000;

    private static final float QUALITY = 0.8f;

    /** Each takes a core for up to some seconds, and up to 100 MB outside the heap. */
    private final Semaphore place = new Semaphore(1, true);

    static {
        // Files are read from the disk as they are, without a copy beside them.
        ImageIO.setUseCache(false);
    }

    /**
     * Waits while another one is made.
     *
     * @param picture a file that begins as PNG or JPEG does
     * @return a JPEG of at most 320 pixels on each side, standing as the camera was held; empty when the picture is broken, of a kind of colours that cannot be read, or
     *     too large
     */
    public Optional<byte[]> of(Path picture) {
        place.acquireUninterruptibly();
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? of(readers.next(), in, JpegHead.of(picture)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Whatever a decoder meets in a broken picture, as IllegalArgumentException or
            // ArrayIndexOutOfBoundsException too.
            LOG.debugf(e, "no thumbnail is made of %s", picture);
            return Optional.empty();
        } finally {
            place.release();
        }
    }

    private static Optional<byte[]> of(ImageReader reader, ImageInputStream in, JpegHead head) throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            boolean held = reader.getFormatName().equals("JPEG") && !head.sequential();
            long most = held ? MOST_PIXELS_HELD : MOST_PIXELS;
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > most) {
                return Optional.empty();
            }
            ImageReadParam param = reader.getDefaultReadParam();
            // Twice the size, to be smoothed to the last.
            int step = Math.max(1, Math.max(width, height) / (2 * SIDE));
            param.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(written(scaled(reader.read(0, param), head.orientation())));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage read, Orientation orientation) {
        double scale = Math.min(1, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean turned = orientation.turnsSides();
        BufferedImage small =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = small.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, small.getWidth(), small.getHeight());
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.transform(orientation.transform(width, height));
        drawing.drawImage(read, 0, 0, width, height, null);
        drawing.dispose();
        return small;
    }

    private static byte[] written(BufferedImage small) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(small, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
