package io.zhenggai.kit.paging;

import io.zhenggai.kit.problem.Refusal;
import java.util.Optional;

/**
 * Which page is asked for.
 *
 * @param limit how many rows at the most, 1 to 200
 * @param cursor where the page before ended; empty for the first
 * @param withTotal whether to count all rows
 */
public record PageRequest(int limit, Optional<String> cursor, boolean withTotal) {

    /** The limit where none is asked for. */
    public static final int DEFAULT_LIMIT = 20;

    /** The greatest limit. */
    public static final int GREATEST_LIMIT = 200;

    /** @throws Refusal 400 when the limit is out of bounds */
    public PageRequest {
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw Refusal.invalid("limit", "必须在 1 至 " + GREATEST_LIMIT + " 之间", "must be 1 to " + GREATEST_LIMIT);
        }
    }

    /** @return the end of a statement that reads the page's rows and one more: {@link #limitInSql(int)} */
    public String limitInSql() {
        return limitInSql(limit + 1);
    }

    /**
     * The number itself and no parameter: PostgreSQL takes a limit that it does not know for a tenth of all rows, and so plans the statement
     * at every call, though it is prepared.
     *
     * @param rows how many at the most
     * @return the end of a statement
     */
    public static String limitInSql(int rows) {
        return " limit " + rows;
    }
}
