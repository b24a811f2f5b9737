package io.zhenggai.plan.notice.text;

/**
 * A line that says something.
 *
 * @param number counted from 1 in the text as received, blank lines and page numbers included
 * @param text without blanks at its ends, each run of them inside as one space
 * @param indent how far in it began, in half squares
 */
public record Line(int number, String text, int indent) {

    private static final int TWO_SQUARES = 4;

    /** @return whether it stood at least two squares in, as a paragraph begins */
    boolean isIndented() {
        return indent >= TWO_SQUARES;
    }

    /** @return where it ended on the page, in half squares */
    int width() {
        return indent + Han.width(text);
    }
}
