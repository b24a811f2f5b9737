package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.notification.mail.MailSettings;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens between the row and the mailbox when things go wrong. */
@QuarkusTest
@OnRealServers
class SendingTest {

    private static final String ZHENGZHOU = "410100";
    private static final String CONTACT = Stage.addressOf(ZHENGZHOU);

    @Inject
    Stage stage;

    @Inject
    SendingService service;

    @Inject
    MailSettings mail;

    @BeforeEach
    void reset() {
        stage.reset();
    }

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
        assertThat(io.restassured.RestAssured.get("/q/health/group/reminders").asString())
                .contains("\"refusedInSevenDays\": 1");
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
    void lostAnswerMeansOneMoreMailUnderTheSameMessageId() {
        String address = "cut-" + System.nanoTime() + "@offices.example";
        stage.name(ZHENGZHOU, "CONTACT", address);
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.stepTo("2021-10-22 09:00");

        assertThat(stage.mailsTo(address)).hasSize(2);
        assertThat(stage.mailsTo(address)).extracting(ReceivedMail::messageId).containsOnly(messageId());
        assertThat(detail().getList("attemptRecords.outcome")).containsExactly("UNKNOWN", "ACCEPTED");
    }

    @Test
    void whoEndedWhileSendingLeavesItToTheNextUnderTheSameMessageId() {
        plannedButNotSent();
        takenByWhoDied();
        leaseRunsOut();
        MailDoor.open();
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        assertThat(stage.mailsTo(CONTACT).get(0).messageId()).isEqualTo(messageId());
        assertThat(detail().getList("attemptRecords.outcome"))
                .contains((String) null)
                .endsWith("ACCEPTED");
    }

    @Test
    void mailOfUnknownFateIsSentAgainAsItIsOnALaterDay() throws Exception {
        String address = "gone-" + System.nanoTime() + "@offices.example";
        stage.name(ZHENGZHOU, "CONTACT", address);
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.awaitIdle();
        stage.at("2021-10-28 09:00");
        await().until(() -> stage.number("select count(*) from dispatch_attempt where outcome = 'NO_SERVER'") >= 1);
        stage.at("2021-10-29 09:00");
        await().until(() -> stage.number("select count(*) from planning where planned_day = '2021-10-29'") == 1);
        MailDoor.open();
        stage.awaitIdle();

        assertThat(onlyDispatch().getString("items[0].status")).isEqualTo("SENT");
        assertThat(stage.mailsTo(address)).hasSize(2);
        assertThat(stage.mailsTo(address)).extracting(ReceivedMail::messageId).containsOnly(messageId());
        assertThat(content(stage.mailsTo(address).get(1)))
                .isEqualTo(content(stage.mailsTo(address).get(0)));
        assertThat(detail().<String>getList("attemptRecords.outcome"))
                .startsWith("UNKNOWN", "NO_SERVER")
                .endsWith("ACCEPTED");

        // It was that address's mail of the day; what came due since goes with the next day's.
        stage.stepTo("2021-10-30 09:00");
        assertThat(stage.mailsTo(address)).hasSize(3);
    }

    @Test
    void mailOfUnknownFateIsNotCancelledThoughNothingOfItIsOwedAnyMore() {
        Obligation plan = plannedButNotSent();
        takenByWhoDied();
        stage.tell(plan.submitted());
        await().until(() -> stage.number("select count(*) from owed where active") == 0);
        leaseRunsOut();
        MailDoor.open();
        stage.awaitIdle();

        assertThat(onlyDispatch().getString("items[0].status")).isEqualTo("SENT");
        assertThat(stage.mailsTo(CONTACT)).extracting(ReceivedMail::messageId).containsExactly(messageId());
    }

    @Test
    void mailOfUnknownFateKeepsItsWords() throws Exception {
        stage.nameContact(ZHENGZHOU);
        stage.at("2021-10-20 10:00");
        Issue issue = Issue.assigned(ZHENGZHOU, 1, "2021-10-22", "2021-12-31");
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.tell(issue);
        stage.awaitIdle();
        stage.stepTo("2021-10-21 09:00");
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch where day = '2021-10-22'") == 1);
        takenByWhoDied();
        String words = detail().getString("text");
        stage.tell(issue.acknowledged());
        await().until(() ->
                stage.number("select count(*) from owed where active and kind = 'ISSUE_ACKNOWLEDGEMENT'") == 0);
        leaseRunsOut();
        MailDoor.open();
        stage.awaitIdle();

        assertThat(words).contains("整改方案").contains("ZG2021-410100-0001");
        assertThat(content(stage.mailsTo(CONTACT).get(1))).isEqualTo(words.replace("\n", "\r\n"));
        assertThat(detail().getList("items.dropped")).containsExactly(false, false);
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
    void whatIsSubmittedBetweenPlanningAndSendingIsNotRemindedOf() {
        stage.nameContact(ZHENGZHOU);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == 1);
        stage.tell(plan.submitted());
        await().until(() -> stage.number("select count(*) from owed where active") == 0);
        MailDoor.open();
        stage.awaitIdle();

        assertThat(stage.mails()).isEmpty();
        assertThat(onlyDispatch().getString("items[0].status")).isEqualTo("CANCELLED");
        assertThat(onlyDispatch().getString("items[0].reason")).isEqualTo("NO_LONGER_OWED");
        assertThat(stage.ask("province", "/api/v1/reminders").getString("items[0].status"))
                .isEqualTo("DROPPED");
    }

    @Test
    void mailNamesOnlyWhatIsStillOwedWhenItLeaves() throws Exception {
        stage.nameContact(ZHENGZHOU);
        stage.at("2021-10-20 10:00");
        Obligation plan = Obligation.plan(ZHENGZHOU);
        Issue issue = Issue.assigned(ZHENGZHOU, 1, "2021-10-22", "2021-12-31");
        stage.tell(plan);
        stage.tell(issue);
        stage.awaitIdle();
        stage.stepTo("2021-10-21 09:00");
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch where day = '2021-10-22'") == 1);
        stage.tell(issue.acknowledged());
        await().until(() ->
                stage.number("select count(*) from owed where active and kind = 'ISSUE_ACKNOWLEDGEMENT'") == 0);
        MailDoor.open();
        stage.awaitIdle();

        ReceivedMail last = stage.mailsTo(CONTACT).get(1);
        assertThat(last.subject()).isEqualTo("【整改提升】临期事项提醒：1项（2021年10月22日）");
        assertThat(last.message().getContent().toString())
                .contains("1. 报送“整改方案”")
                .doesNotContain("ZG2021");
        assertThat(detail().getString("text").replace("\n", "\r\n"))
                .isEqualTo(last.message().getContent());
        assertThat(detail().getList("items.dropped")).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void whatDoesNotGetAwayOnItsDayGoesWithTheNextDaysMail() {
        stage.nameContact(ZHENGZHOU);
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-28 09:00");
        await().until(() -> stage.number("select count(*) from dispatch_attempt") > 0);
        stage.at("2021-10-29 08:00");
        MailDoor.open();
        stage.awaitIdle();
        assertThat(stage.mails()).isEmpty();

        stage.stepTo("2021-10-29 09:00");

        assertThat(stage.mailsTo(CONTACT))
                .extracting(ReceivedMail::subject)
                .containsExactly("【整改提升】临期事项提醒：1项（2021年10月29日）");
        assertThat(stage.ask("province", "/api/v1/dispatches").getList("items.status"))
                .containsExactly("SENT", "CANCELLED");
        assertThat(stage.ask("province", "/api/v1/dispatches").getList("items.reason"))
                .containsExactly(null, "DAY_WENT_BY");
    }

    @Test
    void nobodyIsWrittenToWhoIsNoLongerThere() {
        stage.name("410000", "CONTACT", "contact-410000@offices.example");
        String id = stage.nameContact(ZHENGZHOU);
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == 1);
        remove(id);
        MailDoor.open();
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).isEmpty();
        assertThat(stage.mailsTo("contact-410000@offices.example")).hasSize(1);
        assertThat(stage.ask("province", "/api/v1/dispatches?status=CANCELLED").getString("items[0].reason"))
                .isEqualTo("NOBODY_AT_ADDRESS");
    }

    @Test
    void nobodyIsWrittenToOfARegionWhosePostTheyLeft() {
        stage.name("410000", "CONTACT", "contact-410000@offices.example");
        String id = stage.name(ZHENGZHOU, "CONTACT", "two-posts@offices.example");
        stage.name("410200", "CONTACT", "two-posts@offices.example");
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == 1);
        remove(id);
        MailDoor.open();
        stage.awaitIdle();

        assertThat(stage.mailsTo("two-posts@offices.example")).isEmpty();
        assertThat(stage.mailsTo("contact-410000@offices.example")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"410100", "410200"})
    void whoLeavesOneOfTwoPostsIsStillToldOfTheOther(String left) throws Exception {
        stage.name("410000", "CONTACT", "contact-410000@offices.example");
        Map<String, String> ids = Map.of(
                "410100", stage.name("410100", "CONTACT", "two-posts@offices.example"),
                "410200", stage.name("410200", "CONTACT", "two-posts@offices.example"));
        stage.at("2021-10-20 10:00");
        stage.tell(
                Issue.assigned("410100", 1, "2021-10-21", "2021-12-31"),
                Issue.assigned("410200", 2, "2021-10-21", "2021-12-31"));
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-21 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == 1);
        remove(ids.get(left));
        MailDoor.open();
        stage.awaitIdle();

        String ofLeft = left.equals("410100") ? "ZG2021-410100-0001" : "ZG2021-410200-0002";
        String ofKept = left.equals("410100") ? "ZG2021-410200-0002" : "ZG2021-410100-0001";
        assertThat(stage.mailsTo("two-posts@offices.example")).hasSize(1);
        assertThat(content(stage.mailsTo("two-posts@offices.example").get(0)).toString())
                .contains(ofKept)
                .doesNotContain(ofLeft);
        assertThat(content(stage.mailsTo("contact-410000@offices.example").get(0))
                        .toString())
                .contains(ofLeft);
    }

    @Test
    void officeIsNotRemindedOfWhatItsLeadUnitOwesWhenTheMailLeaves() {
        stage.nameContact(ZHENGZHOU);
        stage.name(Map.of(
                "region", ZHENGZHOU, "unit", "住建局", "post", "CONTACT", "name", "李", "email", "zjj@offices.example"));
        stage.at("2021-10-20 10:00");
        Issue issue = Issue.assigned(ZHENGZHOU, 1, "2021-10-21", "2021-10-29").acknowledged();
        stage.tell(issue);
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == 1);
        stage.tell(issue.ledBy("住建局"));
        await().until(() -> stage.number("select count(*) from dispatch") == 2);
        MailDoor.open();
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).isEmpty();
        assertThat(stage.mailsTo("zjj@offices.example")).hasSize(1);
        assertThat(stage.ask("province", "/api/v1/dispatches").getList("items.status"))
                .containsExactly("SENT", "CANCELLED");
        assertThat(stage.ask("province", "/api/v1/dispatches").getList("items.reason"))
                .containsExactly(null, "NO_LONGER_OWED");
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

    private Obligation plannedButNotSent() {
        stage.nameContact(ZHENGZHOU);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch where status = 'PENDING'") == 1);
        return plan;
    }

    private void moveTo(String address, String contact) {
        stage.as("province")
                .header("If-Match", "\"1\"")
                .body(Map.of("region", ZHENGZHOU, "post", "CONTACT", "name", "张联络", "email", address))
                .put("/api/v1/contacts/" + contact)
                .then()
                .statusCode(200);
    }

    private void remove(String contact) {
        stage.as("province")
                .header("If-Match", "*")
                .delete("/api/v1/contacts/" + contact)
                .then()
                .statusCode(204);
    }

    /** Another process holds it, of which nobody will hear again. */
    private void takenByWhoDied() {
        stage.execute("""
                update dispatch set status = 'SENDING', token = gen_random_uuid(), attempts = attempts + 1,
                                    leased_until = clock_timestamp() + interval '1 hour'
                where status <> 'SENT'
                """);
        stage.execute("""
                insert into dispatch_attempt (dispatch_id, number) select id, attempts from dispatch where status = 'SENDING'
                """);
    }

    private void leaseRunsOut() {
        stage.execute("""
                update dispatch set leased_until = clock_timestamp() - interval '1 second' where status = 'SENDING'
                """);
    }

    private static Object content(ReceivedMail mail) throws Exception {
        return mail.message().getContent();
    }

    private JsonPath onlyDispatch() {
        JsonPath page = stage.ask("province", "/api/v1/dispatches?total=true");
        assertThat(page.getLong("total")).isEqualTo(1);
        return page;
    }

    private JsonPath detail() {
        String id = stage.ask("province", "/api/v1/dispatches").getString("items[0].id");
        return stage.ask("province", "/api/v1/dispatches/" + id);
    }

    private String messageId() {
        return detail().getString("messageId");
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
