package io.zhenggai.kit.text;

import io.zhenggai.kit.id.UuidText;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.time.DateBounds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one form in which a value of a type is written in a request, in the body and in the query alike.
 *
 * @param type what is written
 * @param form how it is written
 * @param parser reads a text of the form; throws {@link DateTimeException} or {@link NumberFormatException} where the form
 *     alone does not tell
 * @param rule what is said of another text
 * @param bounds which values are taken
 * @param bound what is said of another value
 */
public record ValueForm<T>(
        Class<T> type, Pattern form, Function<String, T> parser, Words rule, Predicate<T> bounds, Words bound) {

    private static final Words YEARS = new Words(
            "年份须在 " + DateBounds.FIRST_YEAR + " 至 " + DateBounds.LAST_YEAR + " 之间",
            "must be in the years " + DateBounds.FIRST_YEAR + " to " + DateBounds.LAST_YEAR);
    private static final Words WHOLE_NUMBER = new Words("须为整数，且不超出取值范围", "must be a whole number within its range");
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern RFC_3339 = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");

    /** A date. */
    public static final ValueForm<LocalDate> DATE = new ValueForm<>(
            LocalDate.class,
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            LocalDate::parse,
            new Words("须为日期，例如 2021-10-31", "must be a date such as 2021-10-31"),
            DateBounds::hold,
            YEARS);

    /** A moment, in any zone. */
    public static final ValueForm<Instant> MOMENT = new ValueForm<>(
            Instant.class,
            RFC_3339,
            text -> OffsetDateTime.parse(text).toInstant(),
            new Words(
                    "须为带时区的时间，例如 2021-10-31T01:00:00Z", "must be a moment with its zone, such as 2021-10-31T01:00:00Z"),
            DateBounds::hold,
            YEARS);

    /** A moment that keeps its zone. */
    public static final ValueForm<OffsetDateTime> ZONED_MOMENT = new ValueForm<>(
            OffsetDateTime.class,
            RFC_3339,
            OffsetDateTime::parse,
            MOMENT.rule,
            moment -> DateBounds.hold(moment.toInstant()),
            YEARS);

    /** An id. */
    public static final ValueForm<UUID> ID =
            unbounded(UUID.class, UuidText.FORM, UUID::fromString, new Words("须为 UUID 格式的标识", "must be a UUID"));

    /** A whole number of 32 bits. */
    public static final ValueForm<Integer> INTEGER = unbounded(Integer.class, DIGITS, Integer::valueOf, WHOLE_NUMBER);

    /** A whole number of 64 bits. */
    public static final ValueForm<Long> LONG = unbounded(Long.class, DIGITS, Long::valueOf, WHOLE_NUMBER);

    /** A boolean. */
    public static final ValueForm<Boolean> BOOLEAN = unbounded(
            Boolean.class,
            Pattern.compile("true|false"),
            Boolean::valueOf,
            new Words("须为 true 或 false", "must be true or false"));

    private static final List<ValueForm<?>> ALL = List.of(DATE, MOMENT, ZONED_MOMENT, ID, INTEGER, LONG, BOOLEAN);

    private static <T> ValueForm<T> unbounded(Class<T> type, Pattern form, Function<String, T> parser, Words rule) {
        return new ValueForm<>(type, form, parser, rule, value -> true, rule);
    }

    /** @return the form of a type, primitive or not; empty when the type has none */
    public static Optional<ValueForm<?>> of(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(ofEnum(type));
        }
        Class<?> boxed = type == int.class
                ? Integer.class
                : type == long.class ? Long.class : type == boolean.class ? Boolean.class : type;
        return ALL.stream().filter(form -> form.type == boxed).findFirst();
    }

    private static <E> ValueForm<E> ofEnum(Class<E> type) {
        List<E> legal = List.of(type.getEnumConstants());
        String names = legal.stream().map(ValueForm::name).collect(Collectors.joining(", "));
        Words rule = new Words("须为以下取值之一：" + names, "must be one of " + names);
        Pattern form = Pattern.compile(legal.stream().map(ValueForm::name).collect(Collectors.joining("|")));
        return unbounded(type, form, text -> constant(type, text), rule);
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name();
    }

    private static <E> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @return what is wrong with a text; empty when nothing is */
    public Optional<Words> violation(String text) {
        Optional<T> parsed = parsed(text);
        if (parsed.isEmpty()) {
            return Optional.of(rule);
        }
        return bounds.test(parsed.get()) ? Optional.empty() : Optional.of(bound);
    }

    /** @return the value of a text; empty when something is wrong with it */
    public Optional<T> value(String text) {
        return parsed(text).filter(bounds);
    }

    private Optional<T> parsed(String text) {
        try {
            return form.matcher(text).matches() ? Optional.of(parser.apply(text)) : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @return the value of a text in which nothing is wrong */
    public T parse(String text) {
        return parser.apply(text);
    }
}
