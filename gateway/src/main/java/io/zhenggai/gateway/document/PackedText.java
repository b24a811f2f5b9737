package io.zhenggai.gateway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Documents of the repository that the build packs into the gateway. */
public final class PackedText {

    private PackedText() {}

    /**
     * @param resource with a slash at its beginning
     * @return its text
     * @throws IllegalStateException when the build did not pack it
     */
    public static String read(String resource) {
        try (InputStream packed = PackedText.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IllegalStateException("the build did not pack " + resource);
            }
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
