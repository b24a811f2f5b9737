package io.zhenggai.kit.paging;

import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.function.ToLongFunction;

/** Pages of rows in the order of their numbers, which start at 1. */
public final class NumberedPages {

    private NumberedPages() {}

    /**
     * @param question the filters in words
     * @return the number at which the page before ended; 0 for the first page
     * @throws Refusal 400 when the cursor is none of this question
     */
    public static long behind(PageRequest page, String question) {
        return page.cursor()
                .map(text -> Cursor.decoded(text, question, 1).number(0))
                .orElse(0L);
    }

    /** @param fetched up to {@code page.limit() + 1} rows */
    public static <T> Page<T> of(List<T> fetched, PageRequest page, String question, ToLongFunction<T> numberOf) {
        return Page.of(
                fetched,
                page.limit(),
                last -> new Cursor(List.of(Long.toString(numberOf.applyAsLong(last))), question),
                null);
    }
}
