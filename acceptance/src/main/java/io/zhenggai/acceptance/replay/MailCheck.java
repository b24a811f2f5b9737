package io.zhenggai.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.acceptance.client.Client;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the mails received against the dispatch records and against days that were counted by hand from the calendar: the
 * offsets 7, 3, 1 and 0 moved to working days, and the first and third working day after the deadline.
 */
final class MailCheck {

    private static final Map<String, List<LocalDate>> TO_CONTACT = Map.of(
            "PLAN", days("2021-10-22", "2021-10-28", "2021-10-29", "2021-11-01"),
            "SPECIAL_TRAINING", days("2021-11-23", "2021-11-26", "2021-11-29", "2021-11-30", "2021-12-01"),
            "SUMMARY_REPORT", days("2021-12-24", "2021-12-28", "2021-12-30", "2021-12-31", "2022-01-04"));
    private static final Map<String, LocalDate> TO_HEAD = Map.of(
            "PLAN", LocalDate.of(2021, 11, 3),
            "SPECIAL_TRAINING", LocalDate.of(2021, 12, 3),
            "SUMMARY_REPORT", LocalDate.of(2022, 1, 6));

    /** The day of submission, by the script; reminders at nine o'clock of that day still go out, it happens at fifteen. */
    private static final Map<Behaviour, Map<String, LocalDate>> MET_ON = Map.of(
            Behaviour.IN_TIME, met("2021-10-28", "2021-11-16", "2021-12-24"),
            Behaviour.RETURNED, met("2021-11-02", "2021-11-24", "2021-12-29"),
            Behaviour.LATE, met("2021-11-02", "2021-12-02", "2022-01-05"),
            Behaviour.NEVER, met("9999-12-31", "9999-12-31", "9999-12-31"));

    private final Mailbox mailbox;
    private final Client province;
    private final Differences differences;

    MailCheck(Mailbox mailbox, Client province, Differences differences) {
        this.mailbox = mailbox;
        this.province = province;
        this.differences = differences;
    }

    void check(List<Office> offices, Map<String, String> titles) {
        checkDispatches();
        checkOneADay();
        for (Office office : offices) {
            if (office.hasContact()) {
                titles.forEach((code, title) -> checkContact(office, code, title));
                titles.forEach((code, title) -> checkHead(office, code, title));
            }
        }
        checkStandIn(offices, titles);
    }

    private void checkDispatches() {
        List<JsonNode> sent = province.all("/api/v1/dispatches?status=SENT");
        differences.count(
                "mails received for dispatches sent",
                sent.size(),
                mailbox.letters().size());
        Map<String, Integer> ids = new HashMap<>();
        mailbox.letters().forEach(letter -> ids.merge(letter.messageId(), 1, Integer::sum));
        ids.forEach((id, times) -> differences.count("mail " + id, 1, times));
        List<JsonNode> all = province.all("/api/v1/dispatches");
        all.stream()
                .filter(dispatch -> !Set.of("SENT", "CANCELLED")
                        .contains(dispatch.path("status").asText()))
                .forEach(dispatch ->
                        differences.isWrong("dispatch " + dispatch.path("id").asText() + " is "
                                + dispatch.path("status").asText()));
    }

    private void checkOneADay() {
        Map<String, Integer> perDay = new HashMap<>();
        mailbox.letters().forEach(letter -> perDay.merge(letter.to() + " on " + letter.day(), 1, Integer::sum));
        perDay.forEach((recipient, mails) -> differences.count("mails to " + recipient, 1, mails));
    }

    private void checkContact(Office office, String code, String title) {
        LocalDate met = MET_ON.get(office.behaviour()).get(code);
        Set<LocalDate> expected = new TreeSet<>();
        // What is returned later was met for the time being, as by an office in time.
        Behaviour first = office.behaviour() == Behaviour.RETURNED && !code.equals("SPECIAL_TRAINING")
                ? Behaviour.IN_TIME
                : office.behaviour();
        LocalDate firstMet = MET_ON.get(first).get(code);
        TO_CONTACT.get(code).stream().filter(day -> !day.isAfter(firstMet)).forEach(expected::add);
        Set<LocalDate> shown = mailbox.days(office.address(), title);
        differences.allThere("mail to " + office.address() + " naming " + title, expected, shown);
        shown.stream()
                .filter(day -> day.isAfter(met))
                .forEach(day -> differences.isWrong(
                        office.address() + " was reminded of " + title + " on " + day + ", met on " + met));
    }

    private void checkHead(Office office, String code, String title) {
        boolean owed = office.behaviour() == Behaviour.NEVER;
        Set<LocalDate> shown = mailbox.days(office.headsAddress(), title);
        if (owed) {
            differences.allThere(
                    "mail to " + office.headsAddress() + " naming " + title, Set.of(TO_HEAD.get(code)), shown);
        } else if (!shown.isEmpty()) {
            differences.isWrong(office.headsAddress() + " was told of " + title + " on " + shown);
        }
    }

    /** An office that has named nobody: the province is asked to pass the reminder on. */
    private void checkStandIn(List<Office> offices, Map<String, String> titles) {
        Set<LocalDate> shown = mailbox.days(Contacts.PROVINCE_ADDRESS, titles.get("PLAN"));
        offices.stream()
                .filter(office -> !office.hasContact())
                .forEach(office -> differences.allThere(
                        "mail to the province for " + office.name(),
                        new HashSet<>(TO_CONTACT.get("PLAN").subList(0, 2)),
                        shown));
    }

    private static Map<String, LocalDate> met(String plan, String training, String report) {
        return Map.of(
                "PLAN", LocalDate.parse(plan),
                "SPECIAL_TRAINING", LocalDate.parse(training),
                "SUMMARY_REPORT", LocalDate.parse(report));
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }
}
