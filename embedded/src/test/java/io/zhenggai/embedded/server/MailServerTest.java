package io.zhenggai.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.embedded.process.LoopbackPorts;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    @TempDir
    private Path directory;

    @Test
    void aMailIsOneFileOnDiskWhenTheServerHasSaidYes() throws Exception {
        try (MailServer server = MailServer.start(directory, LoopbackPorts.free())) {
            send(server, "整改方案报送提醒", "a@example.test", "b@example.test");

            assertThat(files()).containsExactly("000001.eml");
            assertThat(server.receivedCount()).isEqualTo(1);
            MimeMessage mail = read("000001.eml");
            assertThat(mail.getSubject()).isEqualTo("整改方案报送提醒");
            assertThat(mail.getHeader("X-Envelope-To", ", ")).isEqualTo("a@example.test, b@example.test");
            assertThat(((String) mail.getContent()).strip()).isEqualTo("请于10月31日前报送。");
        }
    }

    @Test
    void namesSortInOrderOfArrival() throws Exception {
        try (MailServer server = MailServer.start(directory, LoopbackPorts.free())) {
            for (int i = 1; i <= 12; i++) {
                send(server, "第" + i + "封", "a@example.test");
            }

            assertThat(files()).hasSize(12);
            assertThat(read(files().get(11)).getSubject()).isEqualTo("第12封");
        }
    }

    @Test
    void aDirectoryThatIsOpenedAgainKeepsItsMails() throws Exception {
        try (MailServer server = MailServer.start(directory, LoopbackPorts.free())) {
            send(server, "一", "a@example.test");
            send(server, "二", "a@example.test");
        }
        Files.delete(directory.resolve("000001.eml"));

        try (MailServer server = MailServer.start(directory, LoopbackPorts.free())) {
            send(server, "三", "a@example.test");

            assertThat(files()).containsExactly("000002.eml", "000003.eml");
            assertThat(server.receivedCount()).isEqualTo(2);
        }
    }

    private static void send(MailServer server, String subject, String... recipients) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom("zhenggai@example.test");
        for (String recipient : recipients) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        mail.setSubject(subject, "UTF-8");
        mail.setText("请于10月31日前报送。", "UTF-8");
        Transport.send(mail);
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private MimeMessage read(String name) throws Exception {
        try (InputStream in = Files.newInputStream(directory.resolve(name))) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }
}
