package io.zhenggai.plan.notice.text;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into its lines, whatever ends them, and leaves out what says nothing: blank lines and page numbers. */
public final class Lines {

    private static final String DASHES = "—–-－─―~";
    private static final int TAB = 4;

    private Lines() {}

    /** @return the lines in order */
    public static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || endsLine(text.charAt(i))) {
                add(lines, number, text.substring(begin, i));
                if (i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
                    i++;
                }
                begin = i + 1;
                number++;
            }
        }
        return lines;
    }

    private static void add(List<Line> lines, int number, String raw) {
        String text = Blanks.collapsed(raw);
        if (!text.isEmpty() && !isPageNumber(text)) {
            lines.add(new Line(number, text, indent(raw)));
        }
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static int indent(String raw) {
        int width = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Blanks.isInvisible(c)) {
                continue;
            }
            if (!Blanks.isBlank(c)) {
                break;
            }
            width += c == '\t' ? TAB : c == '\u3000' ? 2 : 1;
        }
        return width;
    }

    /** {@code — 1 —}, {@code -12-}, {@code 第 3 页}, {@code 第3页 共5页}. A bare number is none: it may belong to the text. */
    private static boolean isPageNumber(String text) {
        String bare = text.replace(" ", "");
        if (bare.length() > 12) {
            return false;
        }
        if (bare.startsWith("第") && bare.endsWith("页")) {
            return bare.chars().allMatch(c -> "第页共，,/".indexOf(c) >= 0 || Character.isDigit(c));
        }
        int begin = 0;
        int end = bare.length();
        while (begin < end && DASHES.indexOf(bare.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && DASHES.indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return begin > 0 && end < bare.length() && end > begin && allDigits(bare, begin, end);
    }

    private static boolean allDigits(String text, int begin, int end) {
        return end - begin <= 3 && text.substring(begin, end).chars().allMatch(Character::isDigit);
    }
}
