package io.zhenggai.kit.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one array for each of their columns, for a statement that takes them apart again by {@code unnest} and is executed
 * once: to execute it for each row costs about twice as much. A column that is an array itself cannot be among them, for
 * {@code unnest} takes that apart, too. The parameters of the statement are counted from 1.
 */
public final class Columns<T> {

    private final PreparedStatement statement;
    private final List<T> rows;

    /** @param rows at most some thousands: the statement holds all of them at once */
    public Columns(PreparedStatement statement, List<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** Sets a parameter of type {@code text[]}; null for null. */
    public void texts(int parameter, Function<? super T, ? extends @Nullable String> value) throws SQLException {
        // Arrays of texts, numbers and bytes the driver sends as they are; those of other objects it writes character
        // by character.
        set(parameter, "text", rows.stream().map(value).toArray(String[]::new));
    }

    /** Sets a parameter of type {@code text[]}, of the names of constants. */
    public void names(int parameter, Function<? super T, ? extends @Nullable Enum<?>> value) throws SQLException {
        texts(parameter, row -> name(value.apply(row)));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Sets a parameter of type {@code bigint[]}. */
    public void longs(int parameter, ToLongFunction<? super T> value) throws SQLException {
        set(parameter, "bigint", rows.stream().mapToLong(value).boxed().toArray(Long[]::new));
    }

    /** Sets a parameter of type {@code int[]}. */
    public void ints(int parameter, ToIntFunction<? super T> value) throws SQLException {
        set(parameter, "int4", rows.stream().mapToInt(value).boxed().toArray(Integer[]::new));
    }

    /** Sets a parameter of type {@code bytea[]}; null for null. */
    public void bytes(int parameter, Function<? super T, byte @Nullable []> value) throws SQLException {
        set(parameter, "bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    /** Sets a parameter of type {@code uuid[]}; null for null. */
    public void uuids(int parameter, Function<? super T, ? extends @Nullable UUID> value) throws SQLException {
        set(parameter, "uuid", rows.stream().map(value).toArray());
    }

    /** Sets a parameter of type {@code date[]}; null for null. */
    public void dates(int parameter, Function<? super T, ? extends @Nullable LocalDate> value) throws SQLException {
        set(parameter, "date", rows.stream().map(value).toArray());
    }

    /** Sets a parameter of type {@code timestamptz[]}; null for null. */
    public void instants(int parameter, Function<? super T, ? extends @Nullable Instant> value) throws SQLException {
        set(parameter, "timestamptz", rows.stream().map(value).toArray());
    }

    private void set(int parameter, String type, @Nullable Object[] values) throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }
}
