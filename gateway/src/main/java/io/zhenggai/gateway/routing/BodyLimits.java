package io.zhenggai.gateway.routing;

/**
 * The bounds of request bodies, both inclusive.
 *
 * @param ordinary bytes of JSON and of everything that is no file
 * @param upload bytes of a file or of a form with files
 */
public record BodyLimits(long ordinary, long upload) {

    public BodyLimits {
        if (ordinary < 1 || upload < ordinary) {
            throw new IllegalArgumentException(
                    "limits must be 1 <= ordinary <= upload, but were " + ordinary + " and " + upload);
        }
    }
}
