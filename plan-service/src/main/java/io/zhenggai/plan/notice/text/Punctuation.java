package io.zhenggai.plan.notice.text;

/** What a line's first and last characters say about whether it goes on. */
final class Punctuation {

    private static final String ENDING = "。！？；：!?;:";
    private static final String CLOSING = "”’）)》」』】〕";
    private static final String GOING_ON = "，、,（(《“‘〔【—";
    private static final String NEVER_FIRST = "，。；：、！？,;:）)》”’〕】";
    private static final String OPENERS = "（(《“‘〔【";
    private static final String CLOSERS = "）)》”’〕】";

    private Punctuation() {}

    /** @return whether the text ends a sentence or announces a list, closing brackets and quotes aside */
    static boolean isClosed(String text) {
        int last = text.length() - 1;
        while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return ENDING.indexOf(text.charAt(last)) >= 0;
    }

    /** @return whether the text breaks off where no line of its own ever ends */
    static boolean breaksOff(String text) {
        return GOING_ON.indexOf(text.charAt(text.length() - 1)) >= 0 || hasOpenBracket(text);
    }

    /** @return whether the text begins with what never begins a line of its own */
    static boolean goesOn(String text) {
        return NEVER_FIRST.indexOf(text.charAt(0)) >= 0;
    }

    /** @return whether there is running text in it, as no heading has */
    static boolean isProse(String text) {
        return text.indexOf('，') >= 0 || text.indexOf('。') >= 0 || text.indexOf('；') >= 0;
    }

    private static boolean hasOpenBracket(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (OPENERS.indexOf(c) >= 0) {
                open++;
            } else if (CLOSERS.indexOf(c) >= 0 && open > 0) {
                open--;
            }
        }
        return open > 0;
    }
}
