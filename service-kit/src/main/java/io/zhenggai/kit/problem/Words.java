package io.zhenggai.kit.problem;

import java.util.Locale;

/**
 * One text in the two languages of the interface.
 *
 * @param zh Chinese, as officials read it; the default
 * @param en English
 */
public record Words(String zh, String en) {

    /** @return the English text for an English locale, the Chinese one for every other */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }
}
