package io.zhenggai.plan.notice.misprint;

import io.zhenggai.plan.notice.text.Han;
import io.zhenggai.plan.notice.text.Numerals;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of both widths, such as 2０21; and half-width commas and semicolons between Chinese characters where the text keeps
 * to full-width ones: a text that is half-width throughout has a style, not a misprint.
 */
final class Widths {

    private static final String HALF = ",;";
    private static final String FULL = "，；";
    private static final int STYLE = 10;

    private Widths() {}

    static List<Misprint> find(List<Paragraph> paragraphs) {
        List<Misprint> found = new ArrayList<>();
        paragraphs.forEach(paragraph -> findNumbers(paragraph, found));
        List<Misprint> stops = new ArrayList<>();
        long full = 0;
        for (Paragraph paragraph : paragraphs) {
            full += paragraph.text().chars().filter(c -> FULL.indexOf(c) >= 0).count();
            findStops(paragraph, stops);
        }
        if ((long) stops.size() * STYLE <= full) {
            found.addAll(stops);
        }
        return found;
    }

    private static void findNumbers(Paragraph paragraph, List<Misprint> found) {
        String text = paragraph.text();
        for (int at = 1; at < text.length(); at++) {
            char one = text.charAt(at - 1);
            char other = text.charAt(at);
            if (Numerals.digit(one) >= 0 && Numerals.digit(other) >= 0 && (one > '9') != (other > '9')) {
                found.add(Misprint.of(
                        MisprintKind.MIXED_WIDTH,
                        paragraph.lineAt(at),
                        Excerpt.of(text, at - 1, at + 1),
                        "同一个数字中全角、半角混用",
                        "a number of full- and half-width digits"));
                return;
            }
        }
    }

    private static void findStops(Paragraph paragraph, List<Misprint> found) {
        String text = paragraph.text();
        for (int at = 1; at + 1 < text.length(); at++) {
            if (HALF.indexOf(text.charAt(at)) >= 0 && Han.is(text.charAt(at - 1)) && Han.is(text.charAt(at + 1))) {
                found.add(Misprint.of(
                        MisprintKind.MIXED_WIDTH,
                        paragraph.lineAt(at),
                        Excerpt.of(text, at, at + 1),
                        "汉字之间的“" + text.charAt(at) + "”为半角，文中他处为全角",
                        "a half-width sign between Chinese characters, elsewhere they are full width"));
            }
        }
    }
}
