package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Blanks;
import io.zhenggai.plan.notice.text.Han;
import io.zhenggai.plan.notice.text.Numerals;
import java.util.Optional;
import java.util.OptionalInt;

/** Recognises a document number 文号: 豫工程改革办〔2021〕7号, with the brackets that keyboards have, too. */
final class DocumentNumbers {

    private static final String OPENING = "〔﹝[［【（(";
    private static final String CLOSING = "〕﹞]］】）)";
    private static final int LONGEST_OFFICE = 30;

    private DocumentNumbers() {}

    /**
     * A number and the year in it.
     *
     * @param text as it stands there
     */
    record Number(String text, int year) {}

    /** @return the number that a line is, or that it begins with before 签发人; empty when it says anything else */
    static Optional<Number> in(String line) {
        String text = line;
        int signatory = line.indexOf("签发人");
        if (signatory > 0) {
            text = line.substring(0, signatory);
        }
        text = Blanks.collapsed(text);
        int open = firstOf(text, OPENING);
        if (open < 2 || open > LONGEST_OFFICE || !text.endsWith("号")) {
            return Optional.empty();
        }
        int close = open + 1;
        while (close < text.length() && CLOSING.indexOf(text.charAt(close)) < 0) {
            close++;
        }
        String bracketed = text.substring(open + 1, close).replace(" ", "");
        OptionalInt year = Numerals.read(bracketed, 0, bracketed.length());
        boolean office =
                text.substring(0, open).chars().allMatch(c -> Han.is((char) c) || Character.isLetter(c) || c == ' ');
        return year.isPresent() && year.getAsInt() >= 1000 && office && isSerial(text, close + 1)
                ? Optional.of(new Number(text, year.getAsInt()))
                : Optional.empty();
    }

    private static boolean isSerial(String text, int begin) {
        String serial = text.substring(Math.min(begin, text.length()), text.length() - 1)
                .replace(" ", "");
        String digits = serial.startsWith("第") ? serial.substring(1) : serial;
        return !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> Numerals.digit((char) c) >= 0);
    }

    private static int firstOf(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
