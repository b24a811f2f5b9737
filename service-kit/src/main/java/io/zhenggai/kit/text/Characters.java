package io.zhenggai.kit.text;

import java.text.Normalizer;

/** What is known of a text's characters: which can be stored, which belong into a text, how many there are. */
public final class Characters {

    private Characters() {}

    /** @return whether PostgreSQL can keep it as UTF-8: no U+0000, and no surrogate without its other half */
    public static boolean areStorable(String text) {
        return text.codePoints().noneMatch(character -> character == 0 || isLoneSurrogate(character));
    }

    /** @return whether it holds no control characters but tab and line breaks, and can be stored */
    public static boolean belongInText(String text) {
        return text.codePoints()
                .noneMatch(character -> isLoneSurrogate(character)
                        || Character.getType(character) == Character.CONTROL && "\t\n\r".indexOf(character) < 0);
    }

    /** @return how many characters a reader counts, a rare ideograph (two {@code char}s) as one */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** @return the text in Unicode's form NFC, in which all texts are stored */
    public static String normalised(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isLoneSurrogate(int character) {
        // A pair that belongs together is one character above U+FFFF by now.
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
