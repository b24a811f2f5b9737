package io.zhenggai.acceptance.replay;

import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.embedded.system.LocalSystem;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The mails that the mail server really received, each with the moment of the campaign at which it came. */
final class Mailbox {

    private final LocalSystem system;
    private final List<Letter> letters = new ArrayList<>();
    private int seen;

    Mailbox(LocalSystem system) {
        this.system = system;
    }

    /** Notes what has come since the last time, as of that moment. */
    int collect(Moment at) {
        List<ReceivedMail> all = system.receivedMails();
        int before = letters.size();
        for (ReceivedMail mail : all.subList(seen, all.size())) {
            for (String to : mail.recipients()) {
                letters.add(new Letter(at, to, mail.messageId(), mail.subject(), text(mail)));
            }
        }
        seen = all.size();
        return letters.size() - before;
    }

    List<Letter> letters() {
        return letters;
    }

    long to(String address) {
        return letters.stream().filter(letter -> letter.to().equals(address)).count();
    }

    private static String text(ReceivedMail mail) {
        try {
            return mail.message().getContent().toString().replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(mail.file() + " cannot be read", e);
        }
    }
}
