package io.zhenggai.notification.mail;

import io.zhenggai.notification.mail.Delivery.Outcome;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server, opened when it is needed and kept from letter to letter. For one thread. */
public class MailConnection implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MailConnection.class);
    private static final String SENDER = "整改提升工作系统";

    private final MailSettings settings;
    private final Session session;
    private @Nullable SMTPTransport transport;

    /** @param settings where the server is */
    public MailConnection(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", settings.from());
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls() != StartTls.DISABLED));
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(settings.startTls() == StartTls.REQUIRED));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // As text: numbers of another type than Integer are passed over, and the time-outs with them.
        properties.setProperty(
                "mail.smtp.connectiontimeout",
                Long.toString(settings.connectTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.timeout", Long.toString(settings.readTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.writetimeout", Long.toString(settings.writeTimeout().toMillis()));
        // Whether the server says farewell changes nothing about the letters.
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Makes sure that the server listens; empty when it does. */
    public Optional<Delivery> open() {
        if (transport != null && transport.isConnected()) {
            return Optional.empty();
        }
        close();
        try {
            SMTPTransport opening = (SMTPTransport) session.getTransport("smtp");
            opening.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            transport = opening;
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(new Delivery(Outcome.NO_SERVER, withCause(e)));
        }
    }

    /** @return what became of it; {@link Outcome#UNKNOWN} once the server may have taken it */
    public Delivery send(Letter letter) {
        SMTPTransport open = transport;
        if (open == null) {
            throw new IllegalStateException("the connection is not open");
        }
        OurMessage message = new OurMessage(session, settings.messageId(letter.id()));
        try {
            InternetAddress recipient = new InternetAddress(letter.to(), true);
            write(letter, recipient, message);
            open.sendMessage(message, new InternetAddress[] {recipient});
            return new Delivery(Outcome.ACCEPTED, open.getLastServerResponse());
        } catch (MessagingException e) {
            Outcome unanswered = message.isHandedOver() ? Outcome.UNKNOWN : Outcome.NO_SERVER;
            Delivery failed = ServerAnswers.read(e).orElseGet(() -> new Delivery(unanswered, withCause(e)));
            if (failed.outcome() != Outcome.REFUSED) {
                close();
            }
            return failed;
        }
    }

    private void write(Letter letter, InternetAddress recipient, MimeMessage message) throws MessagingException {
        String utf8 = StandardCharsets.UTF_8.name();
        message.setFrom(sender());
        message.setRecipient(RecipientType.TO, recipient);
        message.setSubject(letter.subject(), utf8);
        message.setSentDate(Date.from(letter.date()));
        // RFC 3834: nobody's absence note may answer it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "zh-CN");
        // RFC 2046, 4.1.1: whatever the transfer encoding, lines of a text end with CRLF.
        message.setText(letter.text().replace("\n", "\r\n"), utf8);
        message.saveChanges();
    }

    private InternetAddress sender() {
        try {
            return new InternetAddress(settings.from(), SENDER, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
    }

    private static String withCause(MessagingException e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage())
                : e.getMessage() + " " + e.getCause().getMessage();
    }

    /** Says farewell, if it is open. */
    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not hear the farewell");
        }
        transport = null;
    }

    /** Jakarta Mail would draw a Message-ID of its own, and does not tell how far it came. */
    private static final class OurMessage extends MimeMessage {
        private final String messageId;
        private boolean handedOver;

        private OurMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        /** From here on only the line is missing that ends it (RFC 5321, 4.1.1.4): without that no server takes a letter. */
        @Override
        public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
            super.writeTo(out, ignoreList);
            handedOver = true;
        }

        private boolean isHandedOver() {
            return handedOver;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
