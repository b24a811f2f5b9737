package io.zhenggai.kit.problem;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which of our two languages a caller wants to be answered: Chinese unless English is preferred. */
public final class AcceptedLanguage {

    /** One range and its weight; the JDK's own parser of this field fails on some malformed ones with exceptions of many kinds. */
    private static final Pattern RANGE = Pattern.compile(
            "\\s*(\\*|[A-Za-z]{1,8})(?:-[A-Za-z0-9-]*)?\\s*(?:;\\s*[qQ]=([01](?:\\.[0-9]{0,3})?)\\s*)?");

    private AcceptedLanguage() {}

    /**
     * @param acceptLanguage the header as sent (RFC 9110, section 12.5.4); null when absent
     * @return of Chinese and English the one with the greater weight; Chinese where they weigh the same, which includes that
     *     neither is named or the field is malformed
     */
    public static Locale of(@Nullable String acceptLanguage) {
        double chinese = 0;
        double english = 0;
        for (String part : acceptLanguage == null ? new String[0] : acceptLanguage.split(",")) {
            Matcher range = RANGE.matcher(part);
            if (range.matches()) {
                double weight = range.group(2) == null ? 1 : Double.parseDouble(range.group(2));
                switch (range.group(1).toLowerCase(Locale.ROOT)) {
                    case "zh", "*" -> chinese = Math.max(chinese, weight);
                    case "en" -> english = Math.max(english, weight);
                    default -> {}
                }
            }
        }
        return english > chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
