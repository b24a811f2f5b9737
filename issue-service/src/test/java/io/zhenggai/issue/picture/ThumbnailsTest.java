package io.zhenggai.issue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailsTest {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final Thumbnails thumbnails = new Thumbnails();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "png,4000,3000,320,240",
        "jpeg,3000,4000,240,320",
        "png,320,320,320,320",
        "jpeg,321,321,320,320",
        "png,10,20,10,20",
        "png,1,1,1,1",
        "jpeg,30000,10,320,1",
        "png,5000,1,320,1"
    })
    void theLongerSideHasAtMost320Pixels(String format, int width, int height, int small, int high) throws IOException {
        BufferedImage thumbnail = read(thumbnails.of(picture(format, width, height)));

        assertThat(thumbnail.getWidth()).isEqualTo(small);
        assertThat(thumbnail.getHeight()).isEqualTo(high);
        if (small > 100 && high > 100) {
            assertThat(isRed(thumbnail, small / 4, high / 4)).isTrue();
            assertThat(isRed(thumbnail, small * 3 / 4, high * 3 / 4)).isFalse();
        }
    }

    @Test
    void whatCanBeSeenThroughIsWhite() throws IOException {
        Path file = directory.resolve("a.png");
        ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());

        assertThat(new Color(read(thumbnails.of(file)).getRGB(25, 25))).isEqualTo(Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FFD8",
                "FFD8FF",
                "FFD8FFE1FFFF457869660000",
                "89504E470D0A1A0A",
                "89504E470D0A1A0A0000000D49484452"
            })
    void ofWhatIsBrokenThereIsNone(String content) throws IOException {
        Path file = Files.write(directory.resolve("broken"), HexFormat.of().parseHex(content));

        assertThat(thumbnails.of(file)).isEmpty();
    }

    @Test
    void ofHalfAPictureThereIsNoneOrOneButNoFailure() throws IOException {
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] whole = Files.readAllBytes(picture(format, 800, 600));
            for (int length = 1; length < whole.length; length += whole.length / 40 + 1) {
                Path half = Files.write(directory.resolve("half"), Arrays.copyOf(whole, length));

                assertThat(thumbnails.of(half)).satisfies(one -> assertThat(one.isPresent() || one.isEmpty())
                        .isTrue());
            }
        }
    }

    @Test
    void aSmallFileThatClaimsToBeHugeIsNotRead() throws IOException {
        assertThat(thumbnails.of(bomb(30_001, 1))).isEmpty();
        assertThat(thumbnails.of(bomb(1, 30_001))).isEmpty();
        assertThat(thumbnails.of(bomb(10_001, 12_000))).isEmpty();
        assertThat(thumbnails.of(bomb(Integer.MAX_VALUE, Integer.MAX_VALUE))).isEmpty();
    }

    @Test
    void aLargeOneIsReadInLittleMemory() throws IOException {
        // Held whole it would be 480 MB, which the test's heap does not have beside all else.
        BufferedImage thumbnail = read(thumbnails.of(bomb(10_000, 12_000)));

        assertThat(thumbnail.getWidth()).isEqualTo(267);
        assertThat(thumbnail.getHeight()).isEqualTo(320);
    }

    @ParameterizedTest
    @CsvSource({
        "1,true,false,false,false",
        "2,false,true,false,false",
        "3,false,false,false,true",
        "4,false,false,true,false",
        "5,true,false,false,false",
        "6,false,true,false,false",
        "7,false,false,false,true",
        "8,false,false,true,false",
        "0,true,false,false,false",
        "9,true,false,false,false"
    })
    void standsAsTheCameraWasHeld(
            int number, boolean topLeft, boolean topRight, boolean bottomLeft, boolean bottomRight) throws IOException {
        BufferedImage thumbnail = read(thumbnails.of(turned(number)));

        boolean turns = number >= 5 && number <= 8;
        int width = turns ? 160 : 320;
        int height = turns ? 320 : 160;
        assertThat(thumbnail.getWidth()).isEqualTo(width);
        assertThat(thumbnail.getHeight()).isEqualTo(height);
        assertThat(isRed(thumbnail, width / 4, height / 4)).isEqualTo(topLeft);
        assertThat(isRed(thumbnail, width * 3 / 4, height / 4)).isEqualTo(topRight);
        assertThat(isRed(thumbnail, width / 4, height * 3 / 4)).isEqualTo(bottomLeft);
        assertThat(isRed(thumbnail, width * 3 / 4, height * 3 / 4)).isEqualTo(bottomRight);
    }

    @Test
    void nothingThatTheCameraNotedComesAlong() throws IOException {
        byte[] thumbnail = thumbnails.of(turned(6)).orElseThrow();

        assertThat(new String(thumbnail, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(JpegHead.of(Files.write(directory.resolve("small"), thumbnail)))
                .isEqualTo(new JpegHead(Orientation.UPRIGHT, true));
    }

    /** Red in its first quarter, white elsewhere. */
    private Path picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, Math.max(1, width / 2), Math.max(1, height / 2));
        drawing.dispose();
        Path file = directory.resolve("picture." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    /** As a camera writes it: the segment with the orientation comes first. */
    private Path turned(int number) throws IOException {
        byte[] plain = Files.readAllBytes(picture("jpeg", 640, 320));
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.put((byte) 0xFF).put((byte) 0xE1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) number)
                .putShort((short) 0);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(plain, 0, 2);
        all.write(exif.array(), 0, exif.position());
        all.write(plain, 2, plain.length - 2);
        return Files.write(directory.resolve("turned.jpeg"), all.toByteArray());
    }

    /** A grey PNG, all black, whose rows are packed into next to nothing. */
    private Path bomb(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(PNG_SIGNATURE);
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 0, 0, 0, 0})
                        .array());
        chunk(file, "IDAT", rows((long) width * height > 200_000_000 ? 0 : (long) (width + 1) * height));
        chunk(file, "IEND", new byte[0]);
        return Files.write(directory.resolve("bomb.png"), file.toByteArray());
    }

    private static byte[] rows(long bytes) {
        Deflater deflater = new Deflater();
        byte[] zeros = new byte[1_000_000];
        byte[] out = new byte[100_000];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (long left = bytes; left > 0; left -= zeros.length) {
            deflater.setInput(zeros, 0, (int) Math.min(left, zeros.length));
            while (!deflater.needsInput()) {
                packed.write(out, 0, deflater.deflate(out));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(out, 0, deflater.deflate(out));
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] content) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content);
        file.write(ByteBuffer.allocate(4).putInt(content.length).array());
        file.write(type);
        file.write(content);
        file.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static BufferedImage read(Optional<byte[]> thumbnail) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(thumbnail.orElseThrow()));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 200 && color.getGreen() < 80 && color.getBlue() < 80;
    }
}
