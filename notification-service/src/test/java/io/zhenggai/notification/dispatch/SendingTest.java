package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.notification.mail.MailSettings;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What happens between the row and the mailbox when things go wrong. */
@QuarkusTest
@OnRealServers
class SendingTest extends DispatchStage {

    @Inject
    SendingService service;

    @Inject
    MailSettings mail;

    @Test
    void whatCannotBeSentNowIsSentOnceWhenTheServerIsBack() {
        stage.nameContact(ZHENGZHOU);
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch_attempt where ended_at is not null") >= 2);

        assertThat(stage.pending().getLong("due")).isPositive();
        assertThat(stage.mails()).isEmpty();
        assertThat(onlyDispatch().getString("items[0].status")).isIn("PENDING", "SENDING");
        MailDoor.open();
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        JsonPath dispatch = detail();
        assertThat(dispatch.getString("status")).isEqualTo("SENT");
        assertThat(dispatch.getString("serverAnswer")).startsWith("250");
        List<String> outcomes = dispatch.getList("attemptRecords.outcome");
        assertThat(outcomes).hasSizeGreaterThan(2).endsWith("ACCEPTED");
        assertThat(outcomes.subList(0, outcomes.size() - 1)).containsOnly("NO_SERVER");
        assertThat(dispatch.getInt("attempts")).isEqualTo(outcomes.size());
        assertThat(dispatch.getList("attemptRecords.endedAt")).doesNotContainNull();
    }

    @Test
    void whatTheServerPutsOffIsTriedAgain() {
        stage.name(ZHENGZHOU, "CONTACT", "later-" + System.nanoTime() + "@offices.example");
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.stepTo("2021-10-22 09:00");

        assertThat(stage.mails()).hasSize(1);
        assertThat(detail().getList("attemptRecords.outcome")).containsExactly("PUT_OFF", "ACCEPTED");
        assertThat(detail().getString("attemptRecords[0].serverAnswer")).startsWith("451 4.3.0");
    }

    @Test
    void serverThatPutsOffWhateverItIsGivenIsTroubleUntilItTakesAMail() {
        stage.name(ZHENGZHOU, "CONTACT", "never-" + System.nanoTime() + "@offices.example");
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.awaitIdle();
        stage.at("2021-10-22 09:00");
        await().until(() -> {
            stage.execute("update dispatch set not_before = clock_timestamp() where status = 'PENDING'");
            return health().contains("puts off whatever it is given");
        });
        assertThat(stage.number("select attempts from dispatch")).isGreaterThanOrEqualTo(10);

        stage.nameContact("410200");
        stage.tell(Obligation.plan("410200"));
        await().until(() -> stage.mailsTo(Stage.addressOf("410200")).size() == 1);
        await().until(() -> health().contains("\"sending\": \"in order\""));
    }

    @Test
    void whatTheServerRefusesStaysFailedAndIsShown() {
        stage.name(ZHENGZHOU, "CONTACT", "refused@offices.example");
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.stepTo("2021-10-22 09:00");

        JsonPath dispatch = detail();
        assertThat(dispatch.getString("status")).isEqualTo("FAILED");
        assertThat(dispatch.getString("reason")).isEqualTo("REFUSED_BY_SERVER");
        assertThat(dispatch.getString("serverAnswer")).startsWith("550 5.1.1");
        assertThat(dispatch.getList("attemptRecords.outcome")).containsExactly("REFUSED");
        assertThat(stage.ask("province", "/api/v1/reminders").getString("items[0].status"))
                .isEqualTo("FAILED");
        assertThat(health()).contains("\"failedInSevenDays\": 1");
        assertThat(stage.pending().getLong("due")).isZero();
    }

    @Test
    void whatWasRefusedIsSentToTheAddressPutInItsPlace() {
        String id = stage.name(ZHENGZHOU, "CONTACT", "refused@offices.example");
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.stepTo("2021-10-22 09:00");
        stage.at("2021-10-22 10:00");

        moveTo(CONTACT, id);
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        assertThat(stage.ask("province", "/api/v1/reminders").getList("items.status"))
                .containsExactly("SENT");
        assertThat(stage.ask("province", "/api/v1/dispatches").getList("items.status"))
                .containsExactly("SENT", "FAILED");
    }

    @Test
    void whatWasRefusedAtAnAddressWithAnotherPostIsSentToTheAddressPutInItsPlace() {
        String id = stage.name(ZHENGZHOU, "CONTACT", "refused@offices.example");
        stage.name("410200", "CONTACT", "refused@offices.example");
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.stepTo("2021-10-22 09:00");
        stage.at("2021-10-22 10:00");

        moveTo(CONTACT, id);
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
    }

    @Test
    void whileTheLeaseOfAnotherHoldsNobodyElseSends() {
        plannedButNotSent();
        stage.execute("""
                update dispatch set status = 'SENDING', token = gen_random_uuid(), leased_until = clock_timestamp() + interval '1 hour'
                """);
        MailDoor.open();

        assertThat(service.claim()).isEmpty();
        assertThat(stage.pending().getLong("due")).isEqualTo(1);
        assertThat(stage.mails()).isEmpty();
    }

    @Test
    void whatIsRecordedWithALostTokenChangesNothing() {
        plannedButNotSent();
        Claim claim =
                await().until(service::claim, java.util.Optional::isPresent).orElseThrow();
        stage.execute("update dispatch set token = gen_random_uuid()");

        boolean recorded = service.record(
                claim,
                new io.zhenggai.notification.mail.Delivery(
                        io.zhenggai.notification.mail.Delivery.Outcome.ACCEPTED, "250 OK"));

        assertThat(recorded).isFalse();
        assertThat(stage.number("select count(*) from dispatch where status = 'SENDING'"))
                .isEqualTo(1);
    }

    @Test
    void severalSendersSendEachMessageOnce() throws Exception {
        List<String> regions = List.of(
                "410100", "410200", "410300", "410400", "410500", "410600", "410700", "410800", "410900", "411000",
                "411100", "411200", "411300", "411400", "411500", "411600", "411700", "419001");
        for (String region : regions) {
            stage.nameContact(region);
            stage.tell(Obligation.plan(region));
        }
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == regions.size());
        stage.execute("update dispatch set not_before = clock_timestamp()");
        MailDoor.open();

        inParallel(4, () -> {
            DispatchSender another = new DispatchSender(service, mail);
            while (stage.number("select count(*) from dispatch where status <> 'SENT'") > 0) {
                another.run();
            }
            another.release();
            return null;
        });

        stage.awaitIdle();
        assertThat(stage.mails()).hasSize(regions.size());
        assertThat(stage.mails()).extracting(ReceivedMail::messageId).doesNotHaveDuplicates();
    }

    private static String health() {
        return io.restassured.RestAssured.get("/q/health/group/reminders").asString();
    }

    private static void inParallel(int threads, Callable<Void> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
