package io.zhenggai.plan.notice.date;

import io.zhenggai.plan.notice.text.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written as a date, with the years that it may take at its place.
 *
 * @param words offsets are those of the paragraph
 */
public record DatedWords(DateWords words, Years years) {

    /** @return everything in a paragraph that is written as a date, in order */
    public static List<DatedWords> of(Paragraph paragraph, Years years) {
        List<DatedWords> found = new ArrayList<>();
        Years here = years;
        for (DateWords words : DateScanner.scan(paragraph.text())) {
            found.add(new DatedWords(words, here));
            here = here.after(words.year());
        }
        return found;
    }

    /**
     * The day meant.
     *
     * @param notBefore with a year that is not written, the day must not lie before this one; null: no such bound
     */
    public Day day(@Nullable LocalDate notBefore) {
        return Days.of(words, years, notBefore);
    }

    /** @return whether it lies within these offsets of the paragraph */
    public boolean isWithin(int begin, int end) {
        return words.begin() >= begin && words.end() <= end;
    }
}
