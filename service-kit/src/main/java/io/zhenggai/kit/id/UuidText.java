package io.zhenggai.kit.id;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as text, in their one form of 36 characters; the JDK also takes {@code 1-1-1-1-1}. */
public final class UuidText {

    /** The form. */
    public static final Pattern FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final int LENGTH = 36;

    private UuidText() {}

    /** @return the UUID; empty when the text is none */
    public static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            // Of that length only the one form comes back as it was; a pattern takes three times as long, for every
            // event.
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
