package io.zhenggai.kit.id;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as text, in their one form of 36 characters; the JDK also takes {@code 1-1-1-1-1}. */
public final class UuidText {

    /** The form. */
    public static final Pattern FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private UuidText() {}

    /** @return the UUID; empty when the text is none */
    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
