package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import org.junit.jupiter.api.Test;

/** A mail of which nobody knows whether it arrived is sent until the server has answered, as it is. */
@QuarkusTest
@OnRealServers
class UnknownFateTest extends DispatchStage {

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
    void mailOfUnknownFateIsGivenUpAfterThreeDaysAndItsAddressGetsOthersAgain() {
        plannedButNotSent();
        takenByWhoDied();
        leaseRunsOut();
        stage.at("2021-10-25 09:00");
        await().until(() ->
                stage.number("select count(*) from dispatch where status = 'PENDING' and may_have_arrived") == 1);
        assertThat(onlyDispatch().getString("items[0].status")).isEqualTo("PENDING");

        stage.at("2021-10-26 09:00");
        MailDoor.open();
        stage.awaitIdle();

        assertThat(detail().getString("status")).isEqualTo("FAILED");
        assertThat(detail().getString("reason")).isEqualTo("FATE_UNKNOWN");
        assertThat(stage.mailsTo(CONTACT)).isEmpty();
        stage.stepTo("2021-10-28 09:00");
        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
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
}
