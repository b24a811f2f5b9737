package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.replay.Letter.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which mail must come to whom on which day, and what it must name: from the script and the days counted by hand. */
final class ExpectedMails {

    /** A mail: one address has at most one on a day. */
    record Envelope(LocalDate day, String to) implements Comparable<Envelope> {
        @Override
        public int compareTo(Envelope other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : to.compareTo(other.to);
        }

        @Override
        public String toString() {
            return to + " on " + day;
        }
    }

    private final Map<Envelope, Map<Part, Set<String>>> mails = new TreeMap<>();

    ExpectedMails(List<Office> offices, IssueWork issues) {
        List<LocalDate> days = Campaign2021.FIRST_DAY
                .datesUntil(Campaign2021.LAST_DAY.plusDays(1))
                .toList();
        for (Office office : offices) {
            List<Debt> debts = Debts.of(office, issues);
            for (LocalDate day : days) {
                List<Debt> owed =
                        debts.stream().filter(debt -> debt.isOwedOn(day)).toList();
                if (office.hasContact()) {
                    addReminder(
                            day,
                            office.address(),
                            owed,
                            owed.stream()
                                    .filter(debt -> debt.due().remindsContactOn(day))
                                    .toList());
                    addReminder(
                            day,
                            office.headsAddress(),
                            owed,
                            owed.stream()
                                    .filter(debt -> debt.due().head().equals(day))
                                    .toList());
                } else {
                    addStandIn(day, office, owed);
                }
                addCopies(day, office, owed);
            }
        }
    }

    /** @return the mails by recipient and day, each with what it names in which part */
    Map<Envelope, Map<Part, Set<String>>> mails() {
        return mails;
    }

    private void addReminder(LocalDate day, String to, List<Debt> owed, List<Debt> reminded) {
        reminded.forEach(debt -> add(day, to, Part.OWN, debt.lines()));
        if (!reminded.isEmpty()) {
            owed.stream()
                    .filter(debt -> debt.due().isNear(day) && !reminded.contains(debt))
                    .forEach(debt -> add(day, to, Part.ALSO, debt.lines()));
        }
    }

    /** Nobody is named: the province is asked to pass the reminder on. */
    private void addStandIn(LocalDate day, Office office, List<Debt> owed) {
        String prefix = office.name() + "工改办联络人（未登记）：";
        owed.stream()
                .filter(debt -> debt.due().remindsContactOn(day))
                .forEach(debt -> add(day, Contacts.PROVINCE_ADDRESS, Part.STAND_IN, prefixed(prefix, debt)));
    }

    /** On both first steps after a deadline the province has a copy, then it is proposed to act. */
    private void addCopies(LocalDate day, Office office, List<Debt> owed) {
        String prefix = office.name() + "工改办：";
        for (Debt debt : owed) {
            Due due = debt.due();
            if (day.equals(due.contact()) || day.equals(due.head())) {
                add(day, Contacts.PROVINCE_ADDRESS, Part.COPY, prefixed(prefix, debt));
            } else if (day.equals(due.slip())) {
                add(day, Contacts.PROVINCE_ADDRESS, Part.SLIP, prefixed(prefix, debt));
            } else if (day.equals(due.circular())) {
                add(day, Contacts.PROVINCE_ADDRESS, Part.CIRCULAR, prefixed(prefix, debt));
            }
        }
    }

    private void add(LocalDate day, String to, Part part, List<String> lines) {
        mails.computeIfAbsent(new Envelope(day, to), key -> new TreeMap<>())
                .computeIfAbsent(part, key -> new TreeSet<>())
                .addAll(lines);
    }

    private static List<String> prefixed(String prefix, Debt debt) {
        return debt.lines().stream().map(prefix::concat).toList();
    }
}
