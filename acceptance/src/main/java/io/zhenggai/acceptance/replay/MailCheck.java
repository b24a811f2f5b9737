package io.zhenggai.acceptance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.replay.ExpectedMails.Envelope;
import io.zhenggai.acceptance.replay.Letter.Part;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the mails that the server received against those that the script makes necessary, one by one and word by word, and
 * against the dispatch records.
 */
final class MailCheck {

    private static final LocalTime HOUR = LocalTime.of(9, 0);
    private static final Pattern LEDGER_NUMBER = Pattern.compile("ZG2021-(\\d{6})-\\d{4}");

    private final Mailbox mailbox;
    private final Client province;
    private final Differences differences;

    MailCheck(Mailbox mailbox, Client province, Differences differences) {
        this.mailbox = mailbox;
        this.province = province;
        this.differences = differences;
    }

    void check(List<Office> offices, IssueWork issues) {
        Map<Envelope, Map<Part, Set<String>>> expected = new ExpectedMails(offices, issues).mails();
        differences.count("mails in all", expected.size(), mailbox.letters().size());
        checkEach(expected);
        checkOnlyOwnThings(offices);
        checkDispatches();
    }

    private void checkEach(Map<Envelope, Map<Part, Set<String>>> expected) {
        Map<Envelope, List<Letter>> received = new TreeMap<>();
        for (Letter letter : mailbox.letters()) {
            received.computeIfAbsent(new Envelope(letter.at().day(), letter.to()), key -> new ArrayList<>())
                    .add(letter);
            differences.equal(
                    "hour of the mail to " + letter.to(),
                    HOUR,
                    letter.at().local().toLocalTime());
        }
        expected.forEach((envelope, named) -> {
            List<Letter> letters = received.getOrDefault(envelope, List.of());
            differences.count("mail to " + envelope, 1, letters.size());
            letters.forEach(letter -> checkText(envelope, named, letter));
        });
        received.keySet().stream()
                .filter(envelope -> !expected.containsKey(envelope))
                .forEach(envelope ->
                        differences.isWrong("nothing was owed that is a reason for the mail to " + envelope));
    }

    private void checkText(Envelope envelope, Map<Part, Set<String>> expected, Letter letter) {
        Map<Part, Set<String>> named = letter.named();
        for (Part part : Part.values()) {
            differences.sets(
                    "mail to " + envelope + ", " + part,
                    expected.getOrDefault(part, Set.of()),
                    named.getOrDefault(part, Set.of()));
        }
        LocalDate day = envelope.day();
        String date = "（%d年%d月%d日）".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        if (!letter.subject().endsWith(date)) {
            differences.isWrong("mail to " + envelope + " is headed " + letter.subject());
        }
    }

    /** An office is told of its own things only: neither another one's ledger numbers nor its name. */
    private void checkOnlyOwnThings(List<Office> offices) {
        for (Office office : offices) {
            mailbox.letters().stream()
                    .filter(letter ->
                            letter.to().equals(office.address()) || letter.to().equals(office.headsAddress()))
                    .forEach(letter -> {
                        Matcher numbers = LEDGER_NUMBER.matcher(letter.text());
                        while (numbers.find()) {
                            differences.equal(
                                    "region of an issue in a mail to " + letter.to(),
                                    office.region(),
                                    numbers.group(1));
                        }
                        offices.stream()
                                .filter(other ->
                                        other != office && letter.text().contains(other.name()))
                                .forEach(other ->
                                        differences.isWrong("mail to " + letter.to() + " names " + other.name()));
                    });
        }
    }

    private void checkDispatches() {
        Map<String, Integer> received = new HashMap<>();
        mailbox.letters().forEach(letter -> received.merge(letter.messageId(), 1, Integer::sum));
        received.forEach((id, times) -> differences.count("mail " + id, 1, times));
        List<JsonNode> dispatches = province.all("/api/v1/dispatches");
        differences.count("dispatch records", mailbox.letters().size(), dispatches.size());
        for (JsonNode dispatch : dispatches) {
            String what = "dispatch " + dispatch.path("id").asText();
            differences.equal(what, "SENT", dispatch.path("status").asText());
            if (!received.containsKey(dispatch.path("messageId").asText())) {
                differences.isWrong(what + " was sent, but no mail came: " + dispatch);
            }
        }
    }
}
