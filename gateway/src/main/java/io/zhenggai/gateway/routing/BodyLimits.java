package io.zhenggai.gateway.routing;

/**
 * The bounds of request bodies, all inclusive.
 *
 * @param ordinary bytes of JSON and of everything that is no file
 * @param file bytes of one file that is kept as it is
 * @param upload bytes of a table that is read through, or of a form with files
 */
public record BodyLimits(long ordinary, long file, long upload) {

    public BodyLimits {
        if (ordinary < 1 || file < ordinary || upload < file) {
            throw new IllegalArgumentException("limits must be 1 <= ordinary <= file <= upload, but were " + ordinary
                    + ", " + file + " and " + upload);
        }
    }
}
