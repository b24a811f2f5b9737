package io.zhenggai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ReminderRunTest {

    private static final String ZHENGZHOU = "410100";
    private static final String KAIFENG = "410200";
    private static final String PROVINCE = "410000";
    private static final String CONTACT = Stage.addressOf(ZHENGZHOU);

    @Inject
    Stage stage;

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void leavesAtNineAndNotAMicrosecondBefore() {
        stage.nameContact(ZHENGZHOU);
        stage.tell(Obligation.plan(ZHENGZHOU));

        stage.stepTo("2021-10-22 08:59:59.999999");
        assertThat(stage.mails()).isEmpty();

        stage.at("2021-10-22 09:00");
        assertThat(stage.pending().getLong("due")).isPositive();
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        assertThat(stage.ask("province", "/api/v1/dispatches").getString("items[0].sentAt"))
                .isEqualTo("2021-10-22T01:00:00Z");
    }

    @Test
    void mailIsWhatAnOfficialExpectsToRead() throws Exception {
        stage.nameContact(ZHENGZHOU);
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.stepTo("2021-10-22 09:00");

        ReceivedMail mail = stage.mailsTo(CONTACT).get(0);

        assertThat(mail.subject()).isEqualTo("【整改提升】临期事项提醒：1项（2021年10月22日）");
        InternetAddress from = (InternetAddress) mail.message().getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("整改提升工作系统");
        assertThat(from.getAddress()).isEqualTo("reminders@zhenggai.example");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(CONTACT);
        assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.message().getContent().toString().replace("\r\n", "\n")).isEqualTo("""
                        郑州市工改办联络人：

                        您好！

                        截至2021年10月22日（星期五），贵单位有以下事项尚未办结，请按期办理；已经逾期的，请抓紧办理：
                        1. 报送“整改方案”，截止日期2021年10月31日（星期日），还有9天。

                        如上述事项已经办结，请忽略本提醒。感谢支持配合！

                        （本邮件由整改提升工作系统自动发送，请勿直接回复。）
                        """);
    }

    @Test
    void oneMailADayListsEverythingOfARecipient() throws Exception {
        stage.nameContact(ZHENGZHOU);
        stage.nameContact(KAIFENG);
        stage.at("2021-10-20 10:00");
        stage.tell(Obligation.plan(ZHENGZHOU), Obligation.plan(KAIFENG));
        stage.tell(
                Issue.assigned(ZHENGZHOU, 2, "2021-10-22", "2021-12-31"),
                Issue.assigned(ZHENGZHOU, 1, "2021-10-22", "2021-12-31"));
        stage.awaitIdle();

        stage.stepTo("2021-10-21 09:00");
        stage.stepTo("2021-10-22 09:00");
        stage.stepTo("2021-10-22 15:00");

        assertThat(stage.mailsTo(CONTACT)).hasSize(2);
        assertThat(stage.mailsTo(Stage.addressOf(KAIFENG))).hasSize(1);
        assertThat(text(stage.mailsTo(CONTACT).get(0))).contains("""
                        1. 签收问题ZG2021-410100-0001，截止日期2021年10月22日（星期五），还有1天。
                        2. 签收问题ZG2021-410100-0002，截止日期2021年10月22日（星期五），还有1天。
                        """);
        assertThat(text(stage.mailsTo(CONTACT).get(1))).contains("""
                        1. 签收问题ZG2021-410100-0001，截止日期2021年10月22日（星期五），今日截止。
                        2. 签收问题ZG2021-410100-0002，截止日期2021年10月22日（星期五），今日截止。
                        3. 报送“整改方案”，截止日期2021年10月31日（星期日），还有9天。
                        """);
    }

    @Test
    void movedDeadlineRemindsAgainAndAnUnmovedOneNever() {
        stage.nameContact(ZHENGZHOU);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.stepTo("2021-10-22 09:00");
        assertThat(stage.mailsTo(CONTACT)).hasSize(1);

        stage.stepTo("2021-10-25 10:00");
        Obligation moved = plan.dueOn("2021-11-05");
        stage.tell(moved);
        stage.awaitIdle();
        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        stage.stepTo("2021-10-29 09:00");
        assertThat(stage.mailsTo(CONTACT)).hasSize(2);

        stage.tell(moved);
        stage.stepTo("2021-10-29 10:00");
        stage.stepTo("2021-10-30 09:00");
        assertThat(stage.mailsTo(CONTACT)).hasSize(2);
        assertThat(stage.number("select count(*) from reminder where deadline_version = 1"))
                .isEqualTo(1);
        assertThat(stage.number("select count(*) from reminder where deadline_version = 2"))
                .isEqualTo(1);
    }

    @Test
    void whatWasSubmittedIsRemindedOfNoMore() {
        stage.nameContact(ZHENGZHOU);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.stepTo("2021-10-28 09:00");
        assertThat(stage.mailsTo(CONTACT)).hasSize(1);

        stage.at("2021-10-28 15:00");
        stage.tell(plan.submitted());
        stage.awaitIdle();
        List.of("2021-10-29", "2021-11-01", "2021-11-03").forEach(day -> stage.stepTo(day + " 09:00"));

        assertThat(stage.mails()).hasSize(1);
    }

    @Test
    void returnedFilingIsRemindedOfUntilItIsSubmittedAgain() throws Exception {
        stage.nameContact(ZHENGZHOU);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan.submitted());
        Instant returnedAt = stage.at("2021-10-29 16:00");
        stage.tell(plan.returned("2021-11-03", returnedAt));
        stage.awaitIdle();

        stage.stepTo("2021-10-30 09:00");
        stage.stepTo("2021-11-01 09:00");
        assertThat(stage.mails()).isEmpty();
        stage.stepTo("2021-11-02 09:00");
        assertThat(text(stage.mailsTo(CONTACT).get(0))).contains("1. 修改并重新报送“整改方案”，截止日期2021年11月3日（星期三），还有1天。");

        stage.at("2021-11-02 15:00");
        stage.tell(plan.accepted());
        stage.stepTo("2021-11-03 09:00");
        assertThat(stage.mails()).hasSize(1);
    }

    @Test
    void ladderClimbsFromContactToHeadToProposals() throws Exception {
        stage.nameContact(ZHENGZHOU);
        stage.nameContact(PROVINCE);
        stage.name(ZHENGZHOU, "HEAD", "head-410100@offices.example");
        stage.tell(Obligation.plan(ZHENGZHOU));
        List.of("2021-10-29", "2021-11-01", "2021-11-02", "2021-11-03", "2021-11-05", "2021-11-12", "2021-11-15")
                .forEach(day -> stage.stepTo(day + " 09:00"));

        assertThat(stage.mailsTo(CONTACT)).hasSize(2);
        assertThat(stage.mailsTo("head-410100@offices.example"))
                .extracting(ReceivedMail::subject)
                .containsExactly("【整改提升】逾期事项提醒：1项（2021年11月3日）");
        List<ReceivedMail> toProvince = stage.mailsTo(Stage.addressOf(PROVINCE));
        assertThat(toProvince)
                .extracting(ReceivedMail::subject)
                .containsExactly(
                        "【整改提升】情况汇总：1项（2021年11月1日）",
                        "【整改提升】情况汇总：1项（2021年11月3日）",
                        "【整改提升】情况汇总：1项（2021年11月5日）",
                        "【整改提升】情况汇总：1项（2021年11月12日）");
        assertThat(text(toProvince.get(2))).contains("建议印发督办单");
        assertThat(text(toProvince.get(3))).contains("建议予以通报");
    }

    @Test
    void missedDaysAreMadeUpForOnce() {
        stage.nameContact(ZHENGZHOU);
        stage.tell(Obligation.plan(ZHENGZHOU));

        stage.stepTo("2021-10-30 09:00");

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        assertThat(stage.number("select count(*) from reminder where state = 'SUPERSEDED'"))
                .isEqualTo(2);
        assertThat(stage.ask("province", "/api/v1/reminders?status=SUPERSEDED").getList("items.offset"))
                .containsExactlyInAnyOrder(-7, -3);
    }

    @Test
    void provinceStandsInWhereNobodyIsNamed() throws Exception {
        stage.nameContact(PROVINCE);
        stage.tell(Obligation.plan("419001"));
        stage.stepTo("2021-10-22 09:00");

        assertThat(text(stage.mailsTo(Stage.addressOf(PROVINCE)).get(0))).contains("济源示范区工改办联络人（未登记）：报送“整改方案”");
        assertThat(stage.ask("province", "/api/v1/reminders").getString("items[0].reason"))
                .isEqualTo("截止前7天（遇休息日提前）提醒（济源示范区工改办联络人未登记，代为接收）");
    }

    @Test
    void whatReachesNobodyStaysDueAndIsShownUntilSomebodyIsNamed() {
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.stepTo("2021-10-22 09:00");

        assertThat(stage.mails()).isEmpty();
        assertThat(stage.ask("province", "/api/v1/reminders?status=UNREACHABLE").getList("items.label"))
                .containsExactly("整改方案");
        assertThat(health()).contains("\"unreachable\": 1").contains("DOWN");
        long runs = stage.number("select xmin::text::bigint from planning");
        stage.awaitIdle();
        assertThat(stage.number("select xmin::text::bigint from planning")).isEqualTo(runs);

        stage.at("2021-10-22 10:00");
        stage.nameContact(ZHENGZHOU);
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        assertThat(stage.ask("province", "/api/v1/reminders?status=UNREACHABLE").getList("items"))
                .isEmpty();
        assertThat(health()).contains("\"unreachable\": 0").contains("UP");
    }

    @Test
    void whatReachedNobodyAndIsDoneIsShownNoMore() {
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.stepTo("2021-10-22 09:00");
        stage.at("2021-10-22 10:00");
        stage.tell(plan.submitted());
        stage.stepTo("2021-10-23 09:00");

        assertThat(stage.ask("province", "/api/v1/reminders").getList("items")).isEmpty();
    }

    @Test
    void whatReachedNobodyAfterItsMailWasGivenUpStopsNobodyElsesReminders() {
        String id = stage.nameContact(ZHENGZHOU);
        stage.nameContact(KAIFENG);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == 1);
        stage.as("province")
                .header("If-Match", "*")
                .delete("/api/v1/contacts/" + id)
                .then()
                .statusCode(204);
        MailDoor.open();
        stage.awaitIdle();
        assertThat(statusesOf(plan)).containsExactly("UNREACHABLE");

        stage.tell(plan.submitted(), Obligation.plan(KAIFENG));
        stage.stepTo("2021-10-23 09:00");

        assertThat(stage.mailsTo(Stage.addressOf(KAIFENG))).hasSize(1);
        assertThat(statusesOf(plan)).containsExactly("CANCELLED");
        JsonPath reminder = stage.ask("province", "/api/v1/reminders?owedId=" + plan.id());
        assertThat(reminder.getString("items[0].dispatchId"))
                .isEqualTo(stage.ask("province", "/api/v1/dispatches?status=CANCELLED")
                        .getString("items[0].id"));
        assertThat(reminder.getBoolean("items[0].standIn")).isFalse();
    }

    @Test
    void whatReachedNobodyAfterItsMailWasGivenUpIsMadeNeedlessByTheNext() {
        String id = stage.nameContact(ZHENGZHOU);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == 1);
        stage.as("province")
                .header("If-Match", "*")
                .delete("/api/v1/contacts/" + id)
                .then()
                .statusCode(204);
        MailDoor.open();
        stage.awaitIdle();

        stage.stepTo("2021-10-28 09:00");
        assertThat(statusesOf(plan)).containsExactly("UNREACHABLE", "CANCELLED");
        stage.at("2021-10-28 10:00");
        stage.nameContact(ZHENGZHOU);
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        assertThat(statusesOf(plan)).containsExactly("SENT", "SUPERSEDED");
    }

    @Test
    void leadUnitIsRemindedOnceItHasAContactOfItsOwn() {
        stage.nameContact(ZHENGZHOU);
        stage.name(java.util.Map.of(
                "region", ZHENGZHOU, "unit", "住建局", "post", "CONTACT", "name", "李", "email", "zjj@offices.example"));
        stage.at("2021-10-20 10:00");
        Issue issue = Issue.assigned(ZHENGZHOU, 1, "2021-10-21", "2021-10-29").ledBy("住建局");
        Issue other = Issue.assigned(ZHENGZHOU, 2, "2021-10-21", "2021-10-29").ledBy("政务服务局");
        stage.tell(issue, other);
        stage.stepTo("2021-10-22 09:00");

        assertThat(stage.mailsTo("zjj@offices.example")).hasSize(1);
        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        assertThat(stage.ask("office:410100", "/api/v1/reminders").getList("items.owedBy.unit"))
                .containsExactlyInAnyOrder("住建局", null);
    }

    @Test
    void rectificationIsOwedAgainFromItsReturnOn() {
        stage.nameContact(ZHENGZHOU);
        stage.nameContact(PROVINCE);
        stage.at("2021-10-20 10:00");
        Issue issue = Issue.assigned(ZHENGZHOU, 1, "2021-10-22", "2021-10-29").ledBy("住建局");
        stage.tell(issue);
        stage.stepTo("2021-10-22 09:00");
        stage.at("2021-10-22 10:00");
        stage.tell(issue.closeOutRequested());
        stage.awaitIdle();
        stage.stepTo("2021-11-05 09:00");
        assertThat(stage.mails()).hasSize(1);

        stage.at("2021-11-05 10:00");
        stage.tell(issue.returned());
        stage.awaitIdle();
        stage.stepTo("2021-11-06 09:00");
        assertThat(stage.mails()).hasSize(1);
        stage.stepTo("2021-11-08 09:00");
        assertThat(stage.mailsTo(CONTACT)).hasSize(2);
        assertThat(stage.number("select count(*) from reminder where deadline_version <> 1"))
                .isZero();
    }

    @Test
    void provincesOwnTrainingsAreToldApart() throws Exception {
        stage.nameContact(PROVINCE);
        Obligation training = Obligation.training(PROVINCE);
        stage.tell(training.forCity(ZHENGZHOU), Obligation.training(PROVINCE).forCity("419001"));
        stage.stepTo("2021-11-23 09:00");

        assertThat(text(stage.mailsTo(Stage.addressOf(PROVINCE)).get(0)))
                .contains("1. 完成“针对性培训（济源示范区）”")
                .contains("2. 完成“针对性培训（郑州市）”");
    }

    private List<String> statusesOf(Obligation obligation) {
        return stage.ask("province", "/api/v1/reminders?owedId=" + obligation.id())
                .getList("items.status");
    }

    private static String text(ReceivedMail mail) throws Exception {
        return mail.message().getContent().toString().replace("\r\n", "\n");
    }

    private String health() {
        return io.restassured.RestAssured.get("/q/health/group/reminders").asString();
    }
}
