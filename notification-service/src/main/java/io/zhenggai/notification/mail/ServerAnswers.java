package io.zhenggai.notification.mail;

import io.zhenggai.notification.mail.Delivery.Outcome;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Tells what a server's answer means for the letter. */
final class ServerAnswers {

    private static final int FIRST_TRANSIENT = 400;
    private static final int FIRST_PERMANENT = 500;

    private ServerAnswers() {}

    /** @return empty when no answer of the server is behind the failure */
    static Optional<Delivery> read(MessagingException failure) {
        Optional<Delivery> answer = Optional.empty();
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            // That the server does not take our sender says nothing about this recipient: it is put right and tried
            // again.
            if (one instanceof SMTPSenderFailedException) {
                return Optional.of(new Delivery(Outcome.PUT_OFF, one.getMessage()));
            }
            answer = answer.or(() -> answered(one));
        }
        return answer;
    }

    private static Optional<Delivery> answered(MessagingException one) {
        if (one instanceof SMTPAddressFailedException address) {
            return of(address.getReturnCode(), true, one);
        }
        if (one instanceof SMTPSendFailedException send) {
            return of(send.getReturnCode(), !send.getCommand().startsWith("MAIL"), one);
        }
        return Optional.empty();
    }

    /** A line that breaks off is told as an answer with the code -1. */
    private static Optional<Delivery> of(int code, boolean ofLetter, MessagingException said) {
        if (code < FIRST_TRANSIENT) {
            return Optional.empty();
        }
        boolean refused = ofLetter && code >= FIRST_PERMANENT;
        return Optional.of(new Delivery(refused ? Outcome.REFUSED : Outcome.PUT_OFF, said.getMessage()));
    }
}
