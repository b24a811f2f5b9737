package io.zhenggai.gateway.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of an answer: Chinese unless the caller prefers English. */
enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    // One range and its weight; the JDK's own parser of this field fails on some malformed ones with an index out of
    // bounds.
    private static final Pattern RANGE = Pattern.compile(
            "\\s*(\\*|[A-Za-z]{1,8})(?:-[A-Za-z0-9-]*)?\\s*(?:;\\s*[qQ]=([01](?:\\.[0-9]{0,3})?)\\s*)?");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /**
     * @param acceptLanguage the header as sent (RFC 9110, section 12.5.4)
     * @return of Chinese and English the one with the greater weight; Chinese where they weigh the same, which includes that
     *     neither is named or the field is malformed
     */
    static Language preferred(Optional<String> acceptLanguage) {
        double chinese = 0;
        double english = 0;
        for (String part : acceptLanguage.orElse("").split(",")) {
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
        return english > chinese ? ENGLISH : CHINESE;
    }

    String tag() {
        return tag;
    }

    String of(Words words) {
        return this == ENGLISH ? words.en() : words.zh();
    }
}
