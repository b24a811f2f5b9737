package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Blanks;
import io.zhenggai.plan.notice.text.LineShape;
import io.zhenggai.plan.notice.text.Marker;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the title of the plan that a notice sends round: where it stands above the plan; else where the notice quotes it; else
 * what the notice's own title says is issued or carried out.
 */
final class PlanTitle {

    private static final int LONGEST_PART = 40;
    private static final int MOST_PARTS = 3;
    private static final List<String> NOTICE = List.of("的通知", "的紧急通知", "的补充通知");
    private static final List<String> VERBS = List.of("进一步", "组织", "深入", "扎实", "全面", "集中", "开展", "做好", "实施", "推进");

    private final @Nullable Read<String> noticeTitle;
    private final List<Paragraph> paragraphs;

    private PlanTitle(@Nullable Read<String> noticeTitle, List<Paragraph> paragraphs) {
        this.noticeTitle = noticeTitle;
        this.paragraphs = paragraphs;
    }

    static Optional<Read<String>> find(@Nullable Read<String> noticeTitle, List<Paragraph> paragraphs) {
        PlanTitle title = new PlanTitle(noticeTitle, paragraphs);
        return title.standing().or(title::quoted).or(title::fromNoticeTitle);
    }

    /** @return what a notice's title says is issued: 关于印发…的通知 */
    static Optional<String> issuedBy(String noticeTitle) {
        int begin = noticeTitle.indexOf("印发");
        int end = end(noticeTitle);
        if (begin < 0 || end < begin + 2) {
            return Optional.empty();
        }
        String issued = noticeTitle.substring(begin + 2, end);
        boolean quoted = issued.startsWith("《") && issued.endsWith("》");
        return Optional.of(quoted ? issued.substring(1, issued.length() - 1) : issued);
    }

    /** Where 的通知 begins, also 的紧急通知; −1 where a title does not end so. */
    private static int end(String noticeTitle) {
        return NOTICE.stream()
                .filter(noticeTitle::endsWith)
                .findFirst()
                .map(word -> noticeTitle.length() - word.length())
                .orElse(-1);
    }

    private Optional<Read<String>> standing() {
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = Blanks.closed(paragraphs.get(i).text());
            if (LineShape.isTitle(text) && !text.endsWith("通知")) {
                return Optional.of(withPartsAbove(i));
            }
        }
        return Optional.empty();
    }

    /** A title in several lines is only put together when the notice quotes it so. */
    private Read<String> withPartsAbove(int last) {
        String text = paragraphs.get(last).text();
        String expected = expected();
        for (int first = last - 1; first >= Math.max(0, last - MOST_PARTS); first--) {
            String above = paragraphs.get(first).text();
            if (above.length() > LONGEST_PART
                    || LineShape.standsAlone(above)
                    || Marker.at(above, 0).isPresent()) {
                break;
            }
            text = above + " " + text;
            if (Blanks.closed(text).equals(expected)) {
                int line = paragraphs.get(first).lineAt(0);
                return Read.read(expected, new Quote(line, text));
            }
        }
        Paragraph own = paragraphs.get(last);
        return Read.read(Blanks.closed(own.text()), Quote.of(own.all()));
    }

    private String expected() {
        return quoted().map(Read::value)
                .or(() -> Optional.ofNullable(noticeTitle).flatMap(title -> issuedBy(title.value())))
                .orElse("");
    }

    /** 现将《…方案》印发给你们. */
    private Optional<Read<String>> quoted() {
        for (Paragraph paragraph : paragraphs) {
            if (Marker.at(paragraph.text(), 0).isPresent()) {
                return Optional.empty();
            }
            int open = paragraph.text().indexOf("现将《");
            int close = open < 0 ? -1 : paragraph.text().indexOf('》', open);
            if (close > open && paragraph.text().indexOf("印发", close) > 0) {
                return paragraph.all().sentences().stream()
                        .filter(sentence -> sentence.begin() <= open && open < sentence.end())
                        .findFirst()
                        .map(sentence ->
                                Read.read(paragraph.text().substring(open + 3, close), Quote.of(sentence, open)));
            }
        }
        return Optional.empty();
    }

    /** 关于开展2022年…行动的通知: what is carried out. */
    private Optional<Read<String>> fromNoticeTitle() {
        if (noticeTitle == null) {
            return Optional.empty();
        }
        Quote quote = new Quote(noticeTitle.line(), noticeTitle.sentence());
        Optional<String> issued = issuedBy(noticeTitle.value());
        if (issued.isPresent()) {
            return Optional.of(Read.proposed(issued.get(), quote));
        }
        String title = noticeTitle.value();
        int end = end(title);
        if (end < 0) {
            return Optional.empty();
        }
        String rest = title.substring(title.indexOf("关于") + 2, end);
        for (String verb : VERBS) {
            rest = rest.startsWith(verb) ? rest.substring(verb.length()) : rest;
        }
        return rest.isBlank() ? Optional.empty() : Optional.of(Read.proposed(rest, quote));
    }
}
