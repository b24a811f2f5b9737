package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.JIYUAN;
import static io.zhenggai.notification.planning.Campaign2021.PLANNER;
import static io.zhenggai.notification.planning.Campaign2021.PROVINCE;
import static io.zhenggai.notification.planning.Campaign2021.REGIONS;
import static io.zhenggai.notification.planning.Campaign2021.contactOf;
import static io.zhenggai.notification.planning.Campaign2021.everybody;
import static io.zhenggai.notification.planning.Campaign2021.headOf;
import static io.zhenggai.notification.planning.Campaign2021.nine;
import static io.zhenggai.notification.planning.Campaign2021.plan;
import static io.zhenggai.notification.planning.Campaign2021.summary;
import static io.zhenggai.notification.planning.Campaign2021.training;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.region.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The campaign as it really went: 18 offices with twelve issues each, of which some file in time, some are returned and
 * corrected, some are late and some never do anything. On which days does who get mail?
 */
class CampaignCourseTest {

    private static final int ISSUES = 12;
    private static final int FIRST_BATCH = 8;
    private static final String NEVER = "9999-12-31 00";

    private static final Party IN_TIME = office("410200");
    private static final Party RETURNED = office("410300");
    private static final Party LATE = office("410500");
    private static final Party DOES_NOTHING = office("410800");

    private final List<Span> spans = new ArrayList<>();
    private List<ReminderMessage> messages;

    /** Something owed from a moment on, its deadline's {@code since}, until another. */
    private record Span(Owed owed, Instant until) {
        boolean covers(Instant moment) {
            return !moment.isBefore(owed.deadline().since()) && moment.isBefore(until);
        }
    }

    @BeforeEach
    void letTheCampaignPass() {
        for (int i = 0; i < REGIONS.offices().size(); i++) {
            Party office = Party.office(REGIONS.offices().get(i).code());
            switch (i % 9) {
                case 2, 5 -> addReturned(office);
                case 4 -> add(office, "2021-11-02 16", "2021-12-02 15", "2022-01-05 15", "2022-01-06 10");
                case 7 -> addIdle(office);
                default -> add(office, "2021-10-28 15", "2021-11-16 15", "2021-12-24 15", "2021-12-06 10");
            }
        }
        messages = mails(LocalDate.of(2021, 10, 19), LocalDate.of(2022, 1, 17));
    }

    @Test
    void whoIsInTimeIsRemindedUntilThen() {
        assertThat(days(contactOf(IN_TIME), "签收问题")).isEqualTo("10-21");
        assertThat(days(contactOf(IN_TIME), "整改方案")).isEqualTo("10-22 10-28");
        assertThat(days(contactOf(IN_TIME), "专题培训")).isEmpty();
        assertThat(days(contactOf(IN_TIME), "总结报告")).isEqualTo("12-24");
        assertThat(days(contactOf(IN_TIME), "")).isEqualTo("10-21 10-22 10-28 12-24");
        assertThat(days(headOf(IN_TIME), "")).isEmpty();
    }

    @Test
    void whatWasReturnedIsRemindedOfUntilItIsCorrected() {
        assertThat(days(contactOf(RETURNED), "“整改方案”")).isEqualTo("10-22 10-28 11-02");
        assertThat(days(contactOf(RETURNED), "重新报送“整改方案”")).isEqualTo("11-02");
        assertThat(days(contactOf(RETURNED), "专题培训")).isEqualTo("11-23");
        assertThat(days(contactOf(RETURNED), "“总结报告”")).isEqualTo("12-24 12-29");
        assertThat(days(contactOf(RETURNED), "")).isEqualTo("10-21 10-22 10-28 11-02 11-23 12-24 12-29");
        assertThat(days(headOf(RETURNED), "")).isEmpty();
    }

    @Test
    void headOfWhoIsLateIsToldOfTheIssuesOnly() {
        assertThat(days(contactOf(LATE), "整改方案")).isEqualTo("10-22 10-28 10-29 11-01");
        assertThat(days(contactOf(LATE), "专题培训")).isEqualTo("11-23 11-26 11-29 11-30 12-01");
        assertThat(days(contactOf(LATE), "总结报告")).isEqualTo("12-24 12-28 12-30 12-31 01-04");
        assertThat(days(contactOf(LATE), "ZG2021")).isEqualTo("10-21 12-24 12-28 12-30 12-31 01-04");
        assertThat(days(headOf(LATE), "ZG2021")).isEqualTo("01-06");
        assertThat(days(headOf(LATE), "")).isEqualTo("01-06");
        assertThat(days(headOf(LATE), "整改方案") + days(headOf(LATE), "专题培训") + days(headOf(LATE), "总结报告"))
                .isEmpty();
    }

    @Test
    void whoDoesNothingIsRemindedOfEverythingAndSoIsTheHead() {
        assertThat(days(contactOf(DOES_NOTHING), "")).isEqualTo("""
                        10-21 10-22 10-25 10-28 10-29 11-01 11-23 11-26 11-29 11-30 12-01 12-24 12-28 12-30 12-31 01-04""");
        assertThat(days(headOf(DOES_NOTHING), "")).isEqualTo("10-27 11-03 12-03 01-06");
        assertThat(days(headOf(DOES_NOTHING), "总结报告")).isEqualTo("01-06");
    }

    @Test
    void provinceStandsInForWhoHasNamedNobody() {
        assertThat(days(contactOf(PROVINCE), "济源示范区工改办联络人（未登记）：报送“整改方案”")).isEqualTo("10-22 10-28");
        assertThat(days(contactOf(PROVINCE), "济源示范区工改办联络人（未登记）：签收问题")).isEqualTo("10-21");
    }

    @Test
    void nobodyGetsTwoMailsADay() {
        assertThat(messages)
                .extracting(message -> message.recipient().address() + " " + message.day())
                .doesNotHaveDuplicates();
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.superseded()).isEmpty());
    }

    private void add(Party office, String planFiled, String trained, String summaryFiled, String restDone) {
        addIssues(office, "2021-10-21 10", restDone);
        addFilings(office, planFiled, trained, summaryFiled);
    }

    private void addReturned(Party office) {
        add(office, "2021-10-28 15", "2021-11-24 15", "2021-12-24 15", "2021-12-06 10");
        addReturn(office, "整改方案", "2021-10-29 16", "2021-11-03", "2021-11-02 15");
        addReturn(office, "总结报告", "2021-12-27 16", "2021-12-30", "2021-12-29 15");
    }

    private void addIdle(Party office) {
        addIssues(office, NEVER, NEVER);
        addFilings(office, NEVER, NEVER, NEVER);
    }

    private void addIssues(Party office, String acknowledged, String restDone) {
        for (int i = 1; i <= ISSUES; i++) {
            String number = "ZG2021-%s-%04d".formatted(office.region(), i);
            addSpan(OwedKind.ISSUE_ACKNOWLEDGEMENT, number, office, "2021-10-20 10", "2021-10-22", acknowledged);
            if (!acknowledged.equals(NEVER)) {
                addSpan(
                        OwedKind.ISSUE_RECTIFICATION,
                        number,
                        office,
                        acknowledged,
                        "2021-12-31",
                        i <= FIRST_BATCH ? "2021-11-08 10" : restDone);
            }
        }
    }

    private void addFilings(Party office, String planFiled, String trained, String summaryFiled) {
        spans.add(new Span(plan(office), moment(planFiled)));
        spans.add(new Span(training(office), moment(trained)));
        spans.add(new Span(summary(office), moment(summaryFiled)));
    }

    private void addReturn(Party office, String title, String returned, String dueOn, String corrected) {
        addSpan(OwedKind.RETURNED_FILING, title, office, returned, dueOn, corrected);
    }

    private void addSpan(OwedKind kind, String label, Party office, String since, String dueOn, String until) {
        Deadline deadline = new Deadline(LocalDate.parse(dueOn), 1, moment(since));
        spans.add(new Span(new Owed(kind, label + "-" + office.region(), label, office, deadline), moment(until)));
    }

    /** Every day at nine o'clock: what is owed then, and what was told before. */
    private List<ReminderMessage> mails(LocalDate first, LocalDate last) {
        List<Contact> named = everybody().stream()
                .filter(contact -> !contact.post().party().equals(JIYUAN))
                .toList();
        List<ReminderMessage> all = new ArrayList<>();
        ReminderHistory history = ReminderHistory.NONE;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Instant now = nine(day.toString());
            List<Owed> owed = spans.stream()
                    .filter(span -> span.covers(now))
                    .map(Span::owed)
                    .toList();
            DueReminders due = PLANNER.due(owed, history, new Contacts(named), now);
            assertThat(due.unreachable()).isEmpty();
            all.addAll(due.messages());
            history = history.nextMorning(due);
        }
        return all;
    }

    private String days(Contact recipient, String named) {
        var text = new ReminderText(REGIONS, Campaign2021.CALENDAR);
        return messages.stream()
                .filter(message -> message.recipient().equals(recipient))
                .filter(message -> text.body(message).contains(named))
                .map(message -> message.day().toString().substring(5))
                .collect(Collectors.joining(" "));
    }

    private static Instant moment(String dayAndHour) {
        return LocalDateTime.parse(dayAndHour.replace(' ', 'T') + ":00")
                .atZone(BusinessTime.ZONE)
                .toInstant();
    }

    private static Party office(String code) {
        return Party.office(new RegionCode(code));
    }
}
