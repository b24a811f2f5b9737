package io.zhenggai.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.server.MailServer;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.notification.mail.Delivery.Outcome;
import io.zhenggai.notification.testsupport.MailDoor;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailConnectionTest {

    private static final String TEXT = "郑州市工改办联络人：\n\n您好！\n1. 报送“整改方案”。\n.\n..\n";

    @TempDir
    Path directory;

    private MailServer server;
    private MailDoor door;
    private MailConnection connection;

    @BeforeEach
    void start() {
        server = MailServer.start(directory, LoopbackPorts.free());
        door = MailDoor.before(server.port());
        connection = new MailConnection(settings(door.port()));
    }

    @AfterEach
    void stop() {
        connection.close();
        server.close();
    }

    @Test
    void letterArrivesAsItWasWritten() throws Exception {
        Letter letter = letterTo("zhang@zhengzhou.example");

        assertThat(connection.open()).isEmpty();
        Delivery delivery = connection.send(letter);

        assertThat(delivery.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(delivery.answer()).startsWith("250");
        ReceivedMail mail = received().get(0);
        assertThat(mail.recipients()).containsExactly("zhang@zhengzhou.example");
        assertThat(mail.messageId()).isEqualTo("<" + letter.id() + "@zhenggai.example>");
        assertThat(mail.subject()).isEqualTo("【整改提升】临期事项提醒：1项（2021年10月22日）");
        assertThat(mail.message().getContent()).isEqualTo(TEXT.replace("\n", "\r\n"));
        InternetAddress from = (InternetAddress) mail.message().getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("reminders@zhenggai.example");
        assertThat(from.getPersonal()).isEqualTo("整改提升工作系统");
        assertThat(mail.message().getSentDate()).isEqualTo(Date.from(letter.date()));
        assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.message().getContentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void headIsPlainAsciiWhateverTheLanguage() throws Exception {
        connection.open();
        connection.send(letterTo("zhang@zhengzhou.example"));

        String raw = Files.readString(received().get(0).file());
        String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
        assertThat(head).isASCII().contains("Subject: =?UTF-8?").contains("=?UTF-8?B?5pW05pS5");
        assertThat(head.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    }

    @Test
    void oneConnectionCarriesManyLetters() {
        assertThat(connection.open()).isEmpty();
        connection.send(letterTo("one@zhengzhou.example"));
        assertThat(connection.open()).isEmpty();
        connection.send(letterTo("two@zhengzhou.example"));

        assertThat(received())
                .extracting(ReceivedMail::recipients)
                .containsExactly(List.of("one@zhengzhou.example"), List.of("two@zhengzhou.example"));
    }

    @Test
    void unknownRecipientIsRefusedForGoodAndTheNextLetterIsSent() {
        connection.open();

        Delivery refused = connection.send(letterTo("refused@zhengzhou.example"));
        connection.open();
        Delivery next = connection.send(letterTo("zhang@zhengzhou.example"));

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.answer()).startsWith("550 5.1.1");
        assertThat(next.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(received()).hasSize(1);
    }

    @Test
    void whatIsPutOffIsTakenLater() {
        connection.open();
        Delivery first = connection.send(letterTo("later@zhengzhou.example"));
        connection.open();
        Delivery second = connection.send(letterTo("later@zhengzhou.example"));

        assertThat(first.outcome()).isEqualTo(Outcome.PUT_OFF);
        assertThat(first.answer()).startsWith("451 4.3.0");
        assertThat(second.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void lostAnswerIsNoAcceptance() {
        Letter letter = letterTo("cut@zhengzhou.example");
        connection.open();
        Delivery cut = connection.send(letter);
        connection.open();
        Delivery again = connection.send(letter);

        assertThat(cut.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(again.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(received())
                .extracting(ReceivedMail::messageId)
                .hasSize(2)
                .containsOnly(received().get(0).messageId());
    }

    @Test
    void lineThatBreaksOffBeforeTheLetterLeavesNoDoubt() {
        connection.open();
        Delivery dropped = connection.send(letterTo("dropped@zhengzhou.example"));

        assertThat(dropped.outcome()).isEqualTo(Outcome.NO_SERVER);
        assertThat(received()).isEmpty();
    }

    @Test
    void saysWhenThereIsNoServer() throws IOException {
        int nobody = LoopbackPorts.free();
        try (var none = new MailConnection(settings(nobody))) {
            Optional<Delivery> opened = none.open();

            assertThat(opened).map(Delivery::outcome).contains(Outcome.NO_SERVER);
            assertThat(opened.orElseThrow().answer()).contains("refused");
        }
    }

    @Test
    void doesNotWaitForEverForASilentServer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var waiting = new MailConnection(settings(silent.getLocalPort()))) {
            assertThat(waiting.open()).map(Delivery::outcome).contains(Outcome.NO_SERVER);
        }
    }

    private List<ReceivedMail> received() {
        return ReceivedMail.in(directory);
    }

    private static Letter letterTo(String address) {
        return new Letter(
                UUID.randomUUID(),
                address,
                "【整改提升】临期事项提醒：1项（2021年10月22日）",
                TEXT,
                Instant.parse("2026-11-25T01:00:00Z"));
    }

    private static MailSettings settings(int port) {
        return new MailSettings() {
            @Override
            public String host() {
                return LoopbackPorts.HOST;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public String from() {
                return "reminders@zhenggai.example";
            }

            @Override
            public Optional<String> user() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public StartTls startTls() {
                return StartTls.OPTIONAL;
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration readTimeout() {
                return Duration.ofMillis(700);
            }

            @Override
            public Duration writeTimeout() {
                return Duration.ofSeconds(1);
            }
        };
    }
}
