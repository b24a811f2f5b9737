package io.zhenggai.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, in order
 * @param next the cursor of the page behind it; absent on the last page
 * @param total how many rows there are in all; only when asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {

    /** Keeps its own copy of the rows. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param fetched up to {@code limit + 1} rows: the surplus row tells that another page follows
     * @param cursorOf the cursor that ends at a row
     */
    public static <T> Page<T> of(List<T> fetched, int limit, Function<T, Cursor> cursorOf, @Nullable Long total) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null, total);
        }
        List<T> items = fetched.subList(0, limit);
        return new Page<>(items, cursorOf.apply(items.get(limit - 1)).encoded(), total);
    }

    /** @return the same page with every row written otherwise */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<R>(items.stream().<R>map(view).toList(), next, total);
    }
}
