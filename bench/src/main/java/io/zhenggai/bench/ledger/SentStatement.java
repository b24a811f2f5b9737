package io.zhenggai.bench.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a service sent it to the database.
 *
 * @param sql with {@code $1}, {@code $2} and so on
 * @param values of each of these; null where it is null
 */
record SentStatement(String sql, List<Value> values) {

    SentStatement {
        values = List.copyOf(values);
    }

    /**
     * What a parameter was given.
     *
     * @param type of the database, such as {@code text[]}
     */
    record Value(@Nullable String text, String type) {}
}
