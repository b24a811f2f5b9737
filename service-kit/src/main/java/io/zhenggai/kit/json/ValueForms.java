package io.zhenggai.kit.json;

import io.zhenggai.kit.id.UuidText;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.time.DateBounds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one form in which a value of each type stands in a request, body and query alike, and the words for it. */
public final class ValueForms {

    /** What is said of a date that is none. */
    public static final Words DATE = new Words("须为日期，例如 2021-10-31", "must be a date such as 2021-10-31");

    /** What is said of a moment that is none. */
    public static final Words MOMENT = new Words(
            "须为带时区的时间，例如 2021-10-31T01:00:00Z", "must be a moment with its zone, such as 2021-10-31T01:00:00Z");

    /** What is said of a date or moment too far away. */
    public static final Words YEARS = new Words(
            "年份须在 " + DateBounds.FIRST_YEAR + " 至 " + DateBounds.LAST_YEAR + " 之间",
            "must be in the years " + DateBounds.FIRST_YEAR + " to " + DateBounds.LAST_YEAR);

    /** What is said of an id that is none. */
    public static final Words ID = new Words("须为 UUID 格式的标识", "must be a UUID");

    /** What is said of a whole number that is none, or too great. */
    public static final Words WHOLE_NUMBER = new Words("须为整数，且不超出取值范围", "must be a whole number within its range");

    /** What is said of a boolean that is none. */
    public static final Words BOOLEAN = new Words("须为 true 或 false", "must be true or false");

    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[^+-].*");

    private ValueForms() {}

    /** @throws DateTimeParseException when it is not of the form {@code 2021-10-31} or no such day */
    public static LocalDate date(String text) {
        require(DATE_FORM, text);
        return LocalDate.parse(text);
    }

    /** @throws DateTimeParseException when it is no moment of RFC 3339 */
    public static Instant moment(String text) {
        require(MOMENT_FORM, text);
        return OffsetDateTime.parse(text).toInstant();
    }

    /** @throws IllegalArgumentException when it is not a UUID of 36 characters */
    public static UUID id(String text) {
        return UuidText.parse(text).orElseThrow(() -> new IllegalArgumentException("no UUID"));
    }

    /** @return what is said of a value that is none of an enum's */
    public static Words oneOf(Class<?> type) {
        String legal =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        return new Words("须为以下取值之一：" + legal, "must be one of " + legal);
    }

    private static void require(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new DateTimeParseException("not of the form", text, 0);
        }
    }
}
