package io.zhenggai.plan.query;

import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are ordered by id alone. */
public final class IdPages {

    private IdPages() {}

    /**
     * @param question the scope and the filters in words
     * @return the id at which the page before ended; empty for the first page
     * @throws Refusal 400 when the cursor is none of this question
     */
    public static Optional<UUID> behind(PageRequest page, String question) {
        return page.cursor().map(text -> Cursor.decoded(text, question, 1).id(0));
    }

    /** @param fetched up to {@code page.limit() + 1} rows */
    public static <T> Page<T> of(
            List<T> fetched, PageRequest page, String question, Function<T, UUID> idOf, @Nullable Long total) {
        return Page.of(
                fetched,
                page.limit(),
                last -> new Cursor(List.of(idOf.apply(last).toString()), question),
                total);
    }
}
