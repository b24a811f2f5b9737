package io.zhenggai.embedded.server;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A mail that the SMTP server took.
 *
 * @param file where it lies
 * @param recipients the addresses of the envelope, not those of the headers
 * @param messageId with its angle brackets; empty when the mail has none
 * @param subject decoded; empty when the mail has none
 * @param message for everything else; already read from the file
 */
public record ReceivedMail(Path file, List<String> recipients, String messageId, String subject, MimeMessage message) {

    /** The mails in a directory of {@link MailServer}, in order of arrival. */
    public static List<ReceivedMail> in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(ReceivedMail::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReceivedMail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new ReceivedMail(
                    file,
                    List.of(message.getHeader(MailDirectory.ENVELOPE, ", ").split(", ")),
                    message.getMessageID() == null ? "" : message.getMessageID(),
                    message.getSubject() == null ? "" : message.getSubject(),
                    message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(file + " is no mail", e);
        }
    }
}
