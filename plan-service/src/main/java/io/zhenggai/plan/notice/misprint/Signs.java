package io.zhenggai.plan.notice.misprint;

import io.zhenggai.plan.notice.date.DateScanner;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** Days that the calendar does not have, and the sign that stands for a lost character. */
final class Signs {

    private static final char LOST = '\uFFFD';

    private Signs() {}

    static List<Misprint> find(List<Paragraph> paragraphs) {
        List<Misprint> found = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            String text = paragraph.text();
            DateScanner.scan(text).stream()
                    .filter(date -> date.isImpossible())
                    .forEach(date -> found.add(Misprint.of(
                            MisprintKind.IMPOSSIBLE_DATE,
                            paragraph.lineAt(date.begin()),
                            text.substring(date.begin(), date.end()),
                            "“" + text.substring(date.begin(), date.end()) + "”不是日历上有的日期",
                            "no day of the calendar")));
            int lost = text.indexOf(LOST);
            if (lost >= 0) {
                found.add(Misprint.of(
                        MisprintKind.LOST_CHARACTER,
                        paragraph.lineAt(lost),
                        Excerpt.of(text, lost, lost + 1),
                        "此处有字符在转换中丢失，请对照原件",
                        "a character was lost in conversion; compare with the original"));
            }
        }
        return found;
    }
}
