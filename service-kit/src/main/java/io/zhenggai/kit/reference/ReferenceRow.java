package io.zhenggai.kit.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** One row of a {@link ReferenceTable}; every complaint about it names the table, the line and the field. */
public final class ReferenceRow {

    private final String source;
    private final int line;
    private final List<String> columns;
    private final List<String> fields;

    ReferenceRow(String source, int line, List<String> columns, List<String> fields) {
        this.source = source;
        this.line = line;
        this.columns = columns;
        this.fields = fields;
        if (fields.size() != columns.size()) {
            throw new IllegalArgumentException("%s line %d: %d fields instead of %d (%s)"
                    .formatted(source, line, fields.size(), columns.size(), String.join(",", columns)));
        }
    }

    /** The field, when it says something. */
    public Optional<String> optionalText(String column) {
        return Optional.of(fields.get(columns.indexOf(column))).filter(value -> !value.isBlank());
    }

    /** The field, which must say something. */
    public String text(String column) {
        return optionalText(column).orElseThrow(() -> wrong(column, "is empty"));
    }

    /** The field as a date, written 2021-10-31. */
    public LocalDate date(String column) {
        String value = text(column);
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw wrong(column, "'" + value + "' is not a date such as 2021-10-31");
        }
    }

    /** The field as one of the constants of an enum, by name. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        String value = text(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw wrong(column, "'" + value + "' is none of " + List.of(type.getEnumConstants()));
    }

    /** The complaint that a field of this row is wrong, to be thrown by the caller. */
    public IllegalArgumentException wrong(String column, String reason) {
        return new IllegalArgumentException("%s line %d, field %s: %s".formatted(source, line, column, reason));
    }
}
