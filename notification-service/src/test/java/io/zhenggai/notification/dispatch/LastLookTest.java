package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is still owed, by whom, and who holds the posts, is looked at once more when a mail leaves. */
@QuarkusTest
@OnRealServers
class LastLookTest extends DispatchStage {

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
}
