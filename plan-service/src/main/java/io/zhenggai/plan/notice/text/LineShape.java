package io.zhenggai.plan.notice.text;

import java.util.List;

/** Lines that are what they are by their look, and go on with nothing. */
public final class LineShape {

    private static final List<String> LABELS = List.of(
            "时间节点", "时间安排", "时间", "起止时间", "完成时间", "完成时限", "时限", "实施时间", "行动时间", "活动时间", "整治时间", "抄送", "抄报", "主送", "附件",
            "联系人", "联系电话", "签发人", "主题词");
    private static final List<String> TITLE_ENDS = List.of("方案", "计划", "要点", "通知", "办法", "意见", "的函", "安排");
    private static final int LONGEST_TITLE = 60;

    private LineShape() {}

    /** @return whether the line is a labelled entry, a date by itself, or the note of who printed it and when */
    public static boolean standsAlone(String text) {
        return label(text) > 0 || isDate(text) || text.endsWith("印发") || text.equals("附件");
    }

    /** @return where the text behind a label such as 时间节点： begins; 0 when it begins with none */
    public static int label(String text) {
        for (String label : LABELS) {
            int end = label.length();
            if (text.startsWith(label) && end < text.length() && "：:".indexOf(text.charAt(end)) >= 0) {
                return end + 1;
            }
        }
        return 0;
    }

    /** @return whether the line looks like the title of a document: short, unbroken, ending as such titles do */
    public static boolean isTitle(String text) {
        return text.length() <= LONGEST_TITLE
                && !Punctuation.isProse(text)
                && text.indexOf('：') < 0
                && Marker.at(text, 0).isEmpty()
                && TITLE_ENDS.stream().anyMatch(text::endsWith);
    }

    /** @return whether the line is a date and nothing else: 2021年10月19日, 二〇二一年十月十九日 */
    public static boolean isDate(String text) {
        String bare = Blanks.closed(text).replace(" ", "");
        int year = bare.indexOf('年');
        int month = bare.indexOf('月');
        int day = bare.indexOf('日');
        return year > 0
                && month > year
                && day > month
                && day == bare.length() - 1
                && Numerals.read(bare, 0, year).isPresent()
                && Numerals.read(bare, year + 1, month).isPresent()
                && day - month <= 4
                && Numerals.endOfRun(bare, month + 1) == day;
    }
}
