package io.zhenggai.acceptance.replay;

import java.time.LocalDate;
import java.util.List;

/**
 * One deadline of the campaign with the days on which it is reminded of, counted by hand on the calendars of 2021 and 2022.
 *
 * @param task what is to be done, in the words of a mail; {@code %s} stands for a ledger number
 * @param until the deadline, in the words of a mail
 * @param before the days until the deadline on which the contact is reminded, moved off days that are not worked
 * @param contact the first working day after the deadline
 * @param head the third
 * @param slip the fifth
 * @param circular the tenth
 */
record Due(
        String task,
        String until,
        List<LocalDate> before,
        LocalDate contact,
        LocalDate head,
        LocalDate slip,
        LocalDate circular) {

    /** Assigned on Wednesday 20 October, two working days to acknowledge: Friday. */
    static final Due ACKNOWLEDGEMENT = due(
            "签收问题%s",
            "2021年10月22日（星期五）",
            days("2021-10-21", "2021-10-22"),
            "2021-10-25",
            "2021-10-27",
            "2021-10-29",
            "2021-11-05");

    /** A Sunday: the reminder of the day before it and its own meet on Friday 29, that of a week before moves from Sunday 24. */
    static final Due PLAN = due(
            "报送“整改方案”",
            "2021年10月31日（星期日）",
            days("2021-10-22", "2021-10-28", "2021-10-29"),
            "2021-11-01",
            "2021-11-03",
            "2021-11-05",
            "2021-11-12");

    /** Returned on Friday 29 October, three working days to correct: Wednesday. */
    static final Due CORRECTED_PLAN = due(
            "修改并重新报送“整改方案”",
            "2021年11月3日（星期三）",
            days("2021-11-02", "2021-11-03"),
            "2021-11-04",
            "2021-11-08",
            "2021-11-10",
            "2021-11-17");

    /** A Tuesday; three days before it is a Saturday. */
    static final Due TRAINING = due(
            "完成“专题培训”",
            "2021年11月30日（星期二）",
            days("2021-11-23", "2021-11-26", "2021-11-29", "2021-11-30"),
            "2021-12-01",
            "2021-12-03",
            "2021-12-07",
            "2021-12-14");

    /** A Friday before three days off. */
    static final Due REPORT = due(
            "报送“总结报告”",
            "2021年12月31日（星期五）",
            days("2021-12-24", "2021-12-28", "2021-12-30", "2021-12-31"),
            "2022-01-04",
            "2022-01-06",
            "2022-01-10",
            "2022-01-17");

    /** Returned on Monday 27 December, three working days to correct: Thursday. */
    static final Due CORRECTED_REPORT = due(
            "修改并重新报送“总结报告”",
            "2021年12月30日（星期四）",
            days("2021-12-29", "2021-12-30"),
            "2021-12-31",
            "2022-01-05",
            "2022-01-07",
            "2022-01-14");

    /** Due with the report. */
    static final Due RECTIFICATION = new Due(
            "完成问题%s的整改", REPORT.until, REPORT.before, REPORT.contact, REPORT.head, REPORT.slip, REPORT.circular);

    /** Whether the contact is reminded of it on that day. */
    boolean remindsContactOn(LocalDate day) {
        return before.contains(day) || contact.equals(day);
    }

    /** Whether a mail of that day that has another reason names it too: it is near its deadline or past it. */
    boolean isNear(LocalDate day) {
        return !day.isBefore(before.get(0));
    }

    private static Due due(
            String task,
            String until,
            List<LocalDate> before,
            String contact,
            String head,
            String slip,
            String circular) {
        return new Due(
                task,
                until,
                before,
                LocalDate.parse(contact),
                LocalDate.parse(head),
                LocalDate.parse(slip),
                LocalDate.parse(circular));
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }
}
