package io.zhenggai.notification.planning;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The campaign of the notice: who takes part, what is owed, who holds which post. */
final class Campaign2021 {

    static final Instant PUBLISHED = nine("2021-10-19");
    static final WorkingCalendar CALENDAR = WorkingCalendar.ofChina();
    static final Regions REGIONS = Regions.ofHenan();
    static final ReminderSchedule SCHEDULE = new ReminderSchedule(ReminderRules.DEFAULT, CALENDAR);
    static final ReminderRouting ROUTING = new ReminderRouting(ReminderRules.DEFAULT);
    static final ReminderPlanner PLANNER = new ReminderPlanner(SCHEDULE, ROUTING);

    static final Party PROVINCE = Party.office(new RegionCode("410000"));
    static final Party ZHENGZHOU = Party.office(new RegionCode("410100"));
    static final Party KAIFENG = Party.office(new RegionCode("410200"));
    static final Party JIYUAN = Party.office(new RegionCode("419001"));
    static final Party GONGYI = Party.office(new RegionCode("410181"));
    static final Party ZHENGZHOU_HOUSING = Party.unit(new RegionCode("410100"), "住建局");

    private Campaign2021() {}

    static Owed plan(Party office) {
        return obligation(OwedKind.FILING, "整改方案", office, "2021-10-31");
    }

    static Owed training(Party office) {
        return obligation(OwedKind.ACTION, "专题培训", office, "2021-11-30");
    }

    static Owed summary(Party office) {
        return obligation(OwedKind.FILING, "总结报告", office, "2021-12-31");
    }

    private static Owed obligation(OwedKind kind, String title, Party office, String dueOn) {
        return new Owed(kind, title + "-" + office.region(), title, office, deadline(dueOn, PUBLISHED));
    }

    static Owed issue(String number, Party owedBy, String dueOn) {
        return new Owed(OwedKind.ISSUE_RECTIFICATION, number, number, owedBy, deadline(dueOn, PUBLISHED));
    }

    static Deadline deadline(String dueOn, Instant since) {
        return new Deadline(LocalDate.parse(dueOn), 1, since);
    }

    /** Contact and head of the province and of each regional office, and a contact each for a county and a unit. */
    static List<Contact> everybody() {
        List<Contact> contacts = new ArrayList<>();
        contacts.add(contactOf(PROVINCE));
        contacts.add(headOf(PROVINCE));
        for (Region region : REGIONS.offices()) {
            contacts.add(contactOf(Party.office(region.code())));
            contacts.add(headOf(Party.office(region.code())));
        }
        contacts.add(contactOf(GONGYI));
        contacts.add(contactOf(ZHENGZHOU_HOUSING));
        return contacts;
    }

    static Contact contactOf(Party party) {
        return new Contact(new Post(party, PostRole.CONTACT), addressOf(party, "contact"));
    }

    static Contact headOf(Party party) {
        return new Contact(new Post(party, PostRole.HEAD), addressOf(party, "head"));
    }

    static Contact indicatorLeadOf(Party party) {
        return new Contact(new Post(party, PostRole.INDICATOR_LEAD), addressOf(party, "lead"));
    }

    private static String addressOf(Party party, String role) {
        return role + party.unit().map(unit -> "-unit").orElse("") + "@" + party.region() + ".example";
    }

    static Instant nine(String day) {
        return BusinessTime.at(LocalDate.parse(day), LocalTime.of(9, 0));
    }
}
