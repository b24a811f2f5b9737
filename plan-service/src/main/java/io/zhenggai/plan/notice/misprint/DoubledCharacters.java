package io.zhenggai.plan.notice.misprint;

import io.zhenggai.plan.notice.text.BrokenLine;
import io.zhenggai.plan.notice.text.Han;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** The same character on both sides of a broken line, as when a page is typed again; and 的的 or a doubled stop anywhere. */
final class DoubledCharacters {

    private static final List<String> DOUBLES = List.of("的的", "，，", "。。", "、、", "；；", "：：");

    private DoubledCharacters() {}

    static List<Misprint> find(List<BrokenLine> breaks, List<Paragraph> paragraphs) {
        List<Misprint> found = new ArrayList<>();
        for (BrokenLine broken : breaks) {
            char last = broken.before().charAt(broken.before().length() - 1);
            if (Han.is(last) && last == broken.after().charAt(0)) {
                found.add(Misprint.of(
                        MisprintKind.DOUBLED_CHARACTER,
                        broken.nextLine(),
                        broken.before() + broken.after(),
                        "第 " + broken.line() + " 行末与第 " + broken.nextLine() + " 行首的“" + last + "”字疑似重复",
                        "the character " + last + " stands both at the end of line " + broken.line()
                                + " and at the beginning of line " + broken.nextLine()));
            }
        }
        for (Paragraph paragraph : paragraphs) {
            for (String twice : DOUBLES) {
                int at = paragraph.text().indexOf(twice);
                // 的的确确 is a word.
                if (at >= 0 && !paragraph.text().startsWith("的的确", at)) {
                    found.add(Misprint.of(
                            MisprintKind.DOUBLED_CHARACTER,
                            paragraph.lineAt(at),
                            Excerpt.of(paragraph.text(), at, at + 2),
                            "“" + twice + "”疑似重复",
                            twice + " stands twice"));
                }
            }
        }
        return found;
    }
}
