package io.zhenggai.acceptance.system;

import io.zhenggai.embedded.server.ReceivedMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A mail as its readers see it.
 *
 * @param to the addresses of the envelope
 * @param text as decoded
 */
public record Letter(List<String> to, String messageId, String subject, String text) {

    static Letter of(ReceivedMail mail) {
        try {
            String text = mail.message().getContent().toString().replace("\r\n", "\n");
            return new Letter(mail.recipients(), mail.messageId(), mail.subject(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(mail.file() + " cannot be read", e);
        }
    }
}
