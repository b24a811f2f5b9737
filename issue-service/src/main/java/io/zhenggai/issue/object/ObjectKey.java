package io.zhenggai.issue.object;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what an object is found. The digest lets whoever holds a copy of the store verify it without the database; the id makes every key
 * one that was never used, so that nobody else comes to need an object while it is deleted.
 *
 * @param sha256 of the content, 64 hexadecimal digits in lower case
 * @param id drawn for this object
 */
public record ObjectKey(String sha256, UUID id) implements Comparable<ObjectKey> {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern WRITTEN = Pattern.compile(
            "[0-9a-f]{2}/[0-9a-f]{2}/([0-9a-f]{64})-([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** @throws IllegalArgumentException when the digest is none */
    public ObjectKey {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits in lower case, not: " + sha256);
        }
    }

    /** @return the key that is written so; empty for what is none */
    public static Optional<ObjectKey> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new ObjectKey(matcher.group(1), UUID.fromString(matcher.group(2))))
                        .filter(key -> key.toString().equals(written))
                : Optional.empty();
    }

    /** @return the key that is written so; for what was written by {@link #toString} */
    public static ObjectKey of(String written) {
        return parse(written).orElseThrow(() -> new IllegalArgumentException("not a key of an object: " + written));
    }

    /** Keys are ordered as they are written. */
    @Override
    public int compareTo(ObjectKey other) {
        return toString().compareTo(other.toString());
    }

    /** @return as it is stored: {@code 86/ed/86ed…-0192…}; two levels of 256 directories each keep millions of files apart */
    @Override
    public String toString() {
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256 + "-" + id;
    }
}
