package io.zhenggai.embedded.server;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one mailbox behind every address: a directory with one file per mail. */
final class MailDirectory implements GreenMailUser {

    static final String ENVELOPE = "X-Envelope-To";

    private static final Pattern NUMBERED = Pattern.compile("([0-9]{6})\\.eml");

    private final Path directory;
    private int count;
    private int lastNumber;
    private @Nullable MovingMessage written;

    private MailDirectory(Path directory, List<Integer> numbers) {
        this.directory = directory;
        this.count = numbers.size();
        this.lastNumber = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    static MailDirectory open(Path directory) {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                return new MailDirectory(
                        directory,
                        files.map(file -> NUMBERED.matcher(file.getFileName().toString()))
                                .filter(Matcher::matches)
                                .map(name -> Integer.valueOf(name.group(1)))
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return directory;
    }

    synchronized int count() {
        return count;
    }

    /** Called once per recipient of a mail, one mail after the other; the first call writes it. */
    @Override
    public synchronized void deliver(MovingMessage mail) {
        if (mail == written) {
            return;
        }
        try {
            Path unfinished = Files.createTempFile(directory, "arriving-", ".part");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                out.write(envelope(mail).getBytes(StandardCharsets.UTF_8));
                mail.getMessage().writeTo(out);
            }
            Files.move(unfinished, file(lastNumber + 1), StandardCopyOption.ATOMIC_MOVE);
            lastNumber++;
            count++;
            written = mail;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail that arrived cannot be written", e);
        }
    }

    /** What was said in RCPT TO: the headers of a mail need not tell the truth about who receives it. */
    private static String envelope(MovingMessage mail) {
        return mail.getToAddresses().stream()
                        .map(MailAddress::getEmail)
                        .collect(Collectors.joining(", ", ENVELOPE + ": ", ""))
                + "\r\n";
    }

    private Path file(int number) {
        return directory.resolve("%06d.eml".formatted(number));
    }

    @Override
    public void deliver(MimeMessage mail) {
        throw new UnsupportedOperationException("mails arrive by SMTP only");
    }

    @Override
    public String getEmail() {
        return "everybody@localhost";
    }

    @Override
    public String getLogin() {
        return getEmail();
    }

    @Override
    public String getQualifiedMailboxName() {
        return getEmail();
    }

    @Override
    public void create() {}

    @Override
    public void delete() {}

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}
}
