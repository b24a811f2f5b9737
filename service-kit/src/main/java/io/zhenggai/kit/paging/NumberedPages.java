package io.zhenggai.kit.paging;

import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Pages of rows in the order of their numbers, up or down; numbers start at 1. */
public final class NumberedPages {

    private NumberedPages() {}

    /**
     * @param question the filters in words
     * @return the number at which the page before ended; empty for the first page
     * @throws Refusal 400 when the cursor is none of this question
     */
    public static Optional<Long> behind(PageRequest page, String question) {
        return page.cursor().map(text -> Cursor.decoded(text, question, 1).number(0));
    }

    /**
     * @param fetched up to {@code page.limit() + 1} rows
     * @param total how many there are in all, where it was asked for
     */
    public static <T> Page<T> of(
            List<T> fetched, PageRequest page, String question, ToLongFunction<T> numberOf, @Nullable Long total) {
        return Page.of(
                fetched,
                page.limit(),
                last -> new Cursor(List.of(Long.toString(numberOf.applyAsLong(last))), question),
                total);
    }
}
