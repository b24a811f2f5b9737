package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.text.Blanks;
import io.zhenggai.plan.notice.text.Line;
import io.zhenggai.plan.notice.text.LineShape;
import io.zhenggai.plan.notice.text.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands above the first sentence: red head 发文机关标志, document number, title, addressees. */
final class HeadReader {

    private static final int LONGEST_HEAD = 30;
    private static final int LONGEST_LINE = 200;
    private static final int TITLE_LINES = 4;
    private static final List<String> TITLE_ENDS = List.of("通知", "通报", "意见", "决定", "公告", "的函");
    private static final List<String> NO_ADDRESSEE = List.of("如下", "通知", "现就", "现将", "为", "根据", "按照");

    private final List<Line> lines;
    private final int limit;

    private HeadReader(List<Line> lines) {
        this.lines = lines;
        this.limit = headEnd(lines);
    }

    static Head read(List<Line> lines) {
        return new HeadReader(lines).read();
    }

    /** The head ends where running text or the first number begins; the line of the addressees still belongs to it. */
    private static int headEnd(List<Line> lines) {
        int end = 0;
        while (end < Math.min(lines.size(), LONGEST_HEAD)) {
            String text = lines.get(end).text();
            if (text.indexOf('。') >= 0
                    || text.length() > LONGEST_LINE
                    || Marker.at(text, 0).isPresent()) {
                break;
            }
            end++;
            if (isAddressing(text)) {
                break;
            }
        }
        return end;
    }

    private static boolean isAddressing(String text) {
        return (text.endsWith("：") || text.endsWith(":"))
                && text.indexOf('。') < 0
                && NO_ADDRESSEE.stream().noneMatch(word -> text.startsWith(word) || text.contains("如下"));
    }

    private Head read() {
        int number = documentNumber();
        int title = title();
        int afterTitle = title < 0 ? 0 : title + titleLength(title);
        List<Read<String>> addressees = addressees(Math.max(afterTitle, number + 1));
        int end = addressees.isEmpty() ? Math.max(afterTitle, Math.max(number + 1, redHead() + 1)) : limit;
        Optional<DocumentNumbers.Number> found = number < 0
                ? Optional.empty()
                : DocumentNumbers.in(lines.get(number).text());
        return new Head(
                found.map(it -> Read.read(it.text(), quote(number, number))).orElse(null),
                found.map(DocumentNumbers.Number::year).orElse(null),
                issuingBody(title),
                title < 0 ? null : Read.read(joined(title, afterTitle), quote(title, afterTitle - 1)),
                addressees,
                end);
    }

    private int documentNumber() {
        for (int i = 0; i < limit; i++) {
            if (DocumentNumbers.in(lines.get(i).text()).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private int title() {
        for (int i = 0; i < limit; i++) {
            if (lines.get(i).text().contains("关于") && titleLength(i) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** How many lines a title takes that begins in a line; 0 when it does not end as titles do. */
    private int titleLength(int begin) {
        for (int i = begin; i < Math.min(limit, begin + TITLE_LINES); i++) {
            String text = lines.get(i).text();
            if (TITLE_ENDS.stream().anyMatch(text::endsWith)) {
                return i - begin + 1;
            }
        }
        return 0;
    }

    private int redHead() {
        for (int i = 0; i < limit; i++) {
            String text = lines.get(i).text();
            if (text.endsWith("文件") && Blanks.closed(text).length() > 4) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Read<String> issuingBody(int title) {
        int redHead = redHead();
        if (redHead >= 0) {
            String text = lines.get(redHead).text();
            return Read.read(Blanks.collapsed(text.substring(0, text.length() - 2)), quote(redHead, redHead));
        }
        if (title < 0) {
            return null;
        }
        String before = lines.get(title).text();
        before = before.substring(0, before.indexOf("关于")).strip();
        if (!before.isEmpty()) {
            return Read.read(before, quote(title, title + titleLength(title) - 1));
        }
        return title > 0 && Bodies.isBody(lines.get(title - 1).text())
                ? Read.read(lines.get(title - 1).text(), quote(title - 1, title - 1))
                : null;
    }

    private List<Read<String>> addressees(int begin) {
        List<Read<String>> addressees = new ArrayList<>();
        if (limit == 0 || begin >= limit || !isAddressing(lines.get(limit - 1).text())) {
            return addressees;
        }
        int first = begin;
        while (first < limit - 1 && LineShape.standsAlone(lines.get(first).text())) {
            first++;
        }
        String all = joined(first, limit);
        for (String one : Bodies.split(all.substring(0, all.length() - 1))) {
            addressees.add(Read.read(one, quote(first, limit - 1)));
        }
        return addressees;
    }

    private String joined(int begin, int end) {
        StringBuilder text = new StringBuilder();
        lines.subList(begin, end).forEach(line -> text.append(line.text()).append(' '));
        return Blanks.closed(text.toString());
    }

    private Quote quote(int first, int last) {
        StringBuilder text = new StringBuilder();
        lines.subList(first, last + 1).forEach(line -> text.append(line.text()).append(' '));
        return new Quote(lines.get(first).number(), text.toString().strip());
    }
}
