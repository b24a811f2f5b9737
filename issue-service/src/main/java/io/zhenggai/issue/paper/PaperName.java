package io.zhenggai.issue.paper;

import io.zhenggai.kit.text.Characters;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Names of files, such as no file system refuses. */
final class PaperName {

    private static final int MOST_CHARACTERS = 80;

    /** What Windows takes in no name, and what cannot be seen. */
    private static final Pattern NEVER_IN_NAMES = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}]+");

    private PaperName() {}

    /** @return the title, the day and the ending, which has its dot */
    static String of(String title, LocalDate day, String ending) {
        return safe(title) + "-" + day + ending;
    }

    /** @return the text with nothing in it that may not stand in a name, cut to its first 80 characters */
    static String safe(String text) {
        String safe = NEVER_IN_NAMES.matcher(text).replaceAll("_").strip();
        int most = Math.min(MOST_CHARACTERS, Characters.count(safe));
        return safe.substring(0, safe.offsetByCodePoints(0, most));
    }
}
