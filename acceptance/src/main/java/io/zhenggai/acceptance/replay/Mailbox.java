package io.zhenggai.acceptance.replay;

import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.embedded.system.LocalSystem;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The mails that the mail server really received, each with the day of the campaign on which it came. */
final class Mailbox {

    private final LocalSystem system;
    private final List<Letter> letters = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Mailbox(LocalSystem system) {
        this.system = system;
    }

    /** One mail. */
    record Letter(LocalDate day, String to, String messageId, String text) {}

    /** Notes what has come since the last time, as of that day. */
    int collect(LocalDate day) {
        int before = letters.size();
        for (ReceivedMail mail : system.receivedMails()) {
            if (known.add(mail.file().getFileName().toString())) {
                mail.recipients().forEach(to -> letters.add(new Letter(day, to, mail.messageId(), text(mail))));
            }
        }
        return letters.size() - before;
    }

    /** @return the days on which that address had a mail that names a thing owed */
    Set<LocalDate> days(String address, String owed) {
        Set<LocalDate> days = new TreeSet<>();
        letters.stream()
                .filter(letter -> letter.to().equals(address) && letter.text().contains(owed))
                .forEach(letter -> days.add(letter.day()));
        return days;
    }

    List<Letter> letters() {
        return letters;
    }

    long to(String address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).count();
    }

    private static String text(ReceivedMail mail) {
        try {
            return mail.message().getContent().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(mail.file() + " cannot be read", e);
        }
    }
}
