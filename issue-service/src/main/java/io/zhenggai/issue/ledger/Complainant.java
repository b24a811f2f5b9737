package io.zhenggai.issue.ledger;

import io.zhenggai.kit.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Who complained, which is personal data. What is blank is absent.
 *
 * @param name at most 50 characters
 * @param contact a telephone number or another way to reach them, at most 100 characters
 */
public record Complainant(
        @Text(max = 50) @Nullable String name,
        @Text(max = 100) @Nullable String contact) {

    private static final int SHOWN_OF_CONTACT = 3;

    /** Blanks name nobody. */
    public Complainant {
        name = Stripped.orNull(name);
        contact = Stripped.orNull(contact);
    }

    /** @return whether nothing is known */
    boolean isUnknown() {
        return name == null && contact == null;
    }

    /** @return as much as tells one complainant from another: 张**, 138**** */
    Complainant masked() {
        return new Complainant(name == null ? null : maskedName(name), contact == null ? null : maskedContact(contact));
    }

    /** @return the first character of a name, or of a word in its place */
    static String maskedName(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static String maskedContact(String contact) {
        // Of a short one the beginning would be most of it.
        boolean isLong = contact.codePointCount(0, contact.length()) > 2 * SHOWN_OF_CONTACT;
        return (isLong ? contact.substring(0, contact.offsetByCodePoints(0, SHOWN_OF_CONTACT)) : "") + "****";
    }
}
