package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.date.YearFrom;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.Line;
import io.zhenggai.plan.notice.text.Numerals;
import io.zhenggai.plan.notice.text.Paragraph;
import io.zhenggai.plan.notice.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The day of a notice, and the years that it offers to dates without one: of the document number, of a title, of the day of
 * printing, in this order.
 *
 * @param printedOn the day of printing; where only a day of signing is known, that one, as a proposal; null without either
 */
record SheetDates(@Nullable ReadDate printedOn, Years years) {

    static SheetDates of(Sheet sheet) {
        List<Years.Candidate> candidates = new ArrayList<>();
        if (sheet.head().year() != null) {
            candidates.add(new Years.Candidate(sheet.head().year(), YearFrom.DOCUMENT_NUMBER));
        }
        addYearOf(sheet.head().noticeTitle(), candidates);
        addYearOf(sheet.title(), candidates);
        ReadDate printedOn = printedOn(sheet.foot(), new Years(candidates, null));
        LocalDate printed = printedOn == null ? null : printedOn.value();
        if (printed != null) {
            candidates.add(new Years.Candidate(printed.getYear(), YearFrom.PRINTED_DATE));
        }
        return new SheetDates(printedOn, new Years(candidates, printed));
    }

    private static @Nullable ReadDate printedOn(Foot foot, Years years) {
        Line line = foot.printing() != null ? foot.printing() : foot.signing();
        if (line == null) {
            return null;
        }
        Span span = Paragraph.of(List.of(line)).all();
        return DatedWords.of(span.paragraph(), years).stream()
                .findFirst()
                .map(words -> ReadDate.of(words, words.day(null), span))
                .map(date -> foot.printing() != null ? date : date.proposed())
                .orElse(null);
    }

    /** The 2021 of 2021年河南省…. */
    private static void addYearOf(@Nullable Read<String> title, List<Years.Candidate> candidates) {
        String text = title == null ? "" : title.value();
        for (int at = text.indexOf('年', 4); at >= 0; at = text.indexOf('年', at + 1)) {
            OptionalInt year = Numerals.read(text, at - 4, at);
            if (year.isPresent() && year.getAsInt() >= 1000) {
                candidates.add(new Years.Candidate(year.getAsInt(), YearFrom.TITLE));
                return;
            }
        }
    }
}
