package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.region.Regions;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the terms that people write in ledgers: codes, official names, and the short forms in use. */
final class LedgerTerms {

    private static final Map<String, IssueSource> SOURCES = sources();
    private static final Map<String, Category> CATEGORIES = categories();
    private static final Map<String, Severity> SEVERITIES = names(Severity.values(), Severity::chinese);
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})"
                    + "|年(\\d{1,2})月(\\d{1,2})日)");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d{1,2})月(\\d{1,2})日");

    /** Days of the years from 1982 to 2119: what Excel and its like make of a date whose cell has no format. */
    private static final Pattern SERIAL = Pattern.compile("([3-7]\\d{4})(?:\\.\\d+)?");

    private static final Pattern REGION_CODE = Pattern.compile("\\d{6}");

    private final Regions regions;
    private final int year;
    private final LocalDate dayZero;
    /** A sheet names few regions many times, and finding one by its name looks at all of them. */
    private final Map<String, Optional<String>> regionCodes = new HashMap<>();

    /**
     * @param year of dates that name none, such as 10月31日: the campaign's
     * @param dayZero from which a number counts days
     */
    LedgerTerms(Regions regions, int year, LocalDate dayZero) {
        this.regions = regions;
        this.year = year;
        this.dayZero = dayZero;
    }

    static Optional<IssueSource> source(String text) {
        return Optional.ofNullable(SOURCES.get(plain(text)));
    }

    static Optional<Category> category(String text) {
        return Optional.ofNullable(CATEGORIES.get(plain(text)));
    }

    static Optional<Severity> severity(String text) {
        return Optional.ofNullable(SEVERITIES.get(plain(text)));
    }

    /**
     * @return the day; empty when it is not written 2021-10-31, 2021/10/31, 2021.10.31, 2021年10月31日 or 10月31日, nor as the number by
     *     which spreadsheets count days, or there is no such day
     */
    Optional<LocalDate> date(String text) {
        String plain = plain(text);
        Matcher written = DATE.matcher(plain);
        if (written.matches()) {
            return day(numbers(written));
        }
        Matcher withoutYear = DAY_OF_YEAR.matcher(plain);
        if (withoutYear.matches()) {
            return day(List.of(year, Integer.parseInt(withoutYear.group(1)), Integer.parseInt(withoutYear.group(2))));
        }
        Matcher serial = SERIAL.matcher(plain);
        return serial.matches() ? Optional.of(dayZero.plusDays(Integer.parseInt(serial.group(1)))) : Optional.empty();
    }

    /** @return what to write in the place of what is no date */
    static Words noDate(String text) {
        return new Words(
                "不是日期，应写作 2021-10-31 或 2021年10月31日：" + Shown.of(text),
                "not a date such as 2021-10-31: " + Shown.of(text));
    }

    private static List<Integer> numbers(Matcher written) {
        return IntStream.rangeClosed(1, written.groupCount())
                .mapToObj(written::group)
                .filter(Objects::nonNull)
                .map(Integer::valueOf)
                .toList();
    }

    private static Optional<LocalDate> day(List<Integer> yearMonthDay) {
        try {
            return Optional.of(LocalDate.of(yearMonthDay.get(0), yearMonthDay.get(1), yearMonthDay.get(2)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @return the six digits of the region of that code or name; a code is not looked up here */
    Optional<String> region(String text) {
        String plain = plain(text);
        return REGION_CODE.matcher(plain).matches()
                ? Optional.of(plain)
                : regionCodes.computeIfAbsent(plain, name -> regions.byName(name)
                        .map(region -> region.code().value()));
    }

    /** @return the text as terms are compared: without blanks, widths and cases */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
    }

    private static Map<String, IssueSource> sources() {
        Map<String, IssueSource> sources = names(IssueSource.values(), IssueSource::chinese);
        sources.put("营商环境评价", IssueSource.EVALUATION);
        sources.put("痛点难点堵点", IssueSource.PUBLIC_PAIN_POINT);
        sources.put("企业和群众反映", IssueSource.PUBLIC_PAIN_POINT);
        sources.put("工作通报", IssueSource.NATIONAL_CIRCULAR);
        sources.put("工作简报", IssueSource.PROVINCIAL_BRIEFING);
        sources.put("成绩单", IssueSource.SYSTEM_SCORECARD);
        sources.put("专项整治", IssueSource.HIDDEN_APPROVAL_CAMPAIGN);
        sources.put("微信小程序", IssueSource.MINI_PROGRAM);
        sources.put("自查", IssueSource.SELF_INSPECTION);
        sources.put("调研督导", IssueSource.OTHER_SUPERVISION);
        return sources;
    }

    private static Map<String, Category> categories() {
        Map<String, Category> categories = names(Category.values(), Category::chinese);
        categories.put("质量控制", Category.QUALITY_CONTROL);
        return categories;
    }

    private static <E extends Enum<E>> Map<String, E> names(E[] values, Function<E, String> chinese) {
        Map<String, E> names = new HashMap<>();
        Arrays.stream(values).forEach(value -> {
            names.put(value.name(), value);
            names.put(plain(chinese.apply(value)), value);
        });
        return names;
    }
}
