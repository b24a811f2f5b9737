package io.zhenggai.issue.intake;

/** What a file said, as it is shown in a message: enough to find it again. */
final class Shown {

    private static final int MOST_CHARACTERS = 20;

    private Shown() {}

    /** @return the text on one line, cut behind 20 characters and never within one */
    static String of(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.codePointCount(0, line.length()) <= MOST_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }
}
