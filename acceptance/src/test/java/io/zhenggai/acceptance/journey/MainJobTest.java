package io.zhenggai.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zhenggai.acceptance.client.LedgerFile;
import io.zhenggai.acceptance.system.Filings;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Letter;
import io.zhenggai.acceptance.system.People;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import io.zhenggai.acceptance.system.Training;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Zhengzhou goes through the whole campaign; Kaifeng does nothing and is reminded. Each step stands on those before it. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(80)
class MainJobTest {

    private static final String ZHENGZHOU = "410100";
    private static final String OFFICE = "office:" + ZHENGZHOU;
    private static final String REVIEWER = "office:" + ZHENGZHOU + ":2";
    private static final String COUNTY = "county:410181";
    private static final String PROVINCE_REVIEWER = "province:2";
    private static final String CONTACT = "contact-410100@offices.example";
    private static final String KAIFENG_CONTACT = "contact-410200@offices.example";
    private static final int LARGE_FILE = 3 * 1024 * 1024;

    private final List<Thing> issues = new ArrayList<>();
    private Thing byProvince;
    private Thing byCity;
    private Thing plan;
    private Thing report;
    private String campaign = "";

    @BeforeAll
    void theCampaignIsUnderWay(Stage stage) {
        campaign = stage.campaign().id();
        stage.advanceTo("2021-10-28T10:00");
    }

    @Test
    @Order(0)
    void theNoticeIsReadWithTheSentenceOfEachThing(Stage stage) {
        JsonPath draft = stage.campaign().draft().jsonPath();

        assertThat(draft.getString("campaign.documentNumber")).isEqualTo("豫工程改革办〔2021〕7号");
        assertThat(draft.getString("campaign.title")).isEqualTo("2021年河南省办理建筑许可整改提升工作方案");
        assertThat(draft.getString("campaign.noticeTitle"))
                .startsWith("关于印发2021年河南省")
                .endsWith("工作方案的通知");
        assertThat(draft.getString("campaign.issuingBody")).isEqualTo("河南省工程建设项目审批制度改革领导小组办公室");
        assertThat(draft.getList("campaign.addressees", String.class)).containsExactly("各省辖市、济源示范区工程建设项目审批制度改革领导小组办公室");
        assertThat(draft.getList("campaign.copies", String.class)).containsExactly("省工程建设项目审批制度改革领导小组各成员单位");
        assertThat(draft.getString("campaign.printedOn")).isEqualTo("2021-10-19");
        assertThat(draft.getString("campaign.start")).isEqualTo("2021-10-19");
        assertThat(draft.getString("campaign.end")).isEqualTo("2021-12-31");
        assertThat(draft.getList("campaign.phases.name")).isEqualTo(List.of("动员部署", "开展培训", "整改总结"));
        assertThat(draft.getList("campaign.phases.deadline"))
                .isEqualTo(List.of("2021-10-31", "2021-11-30", "2021-12-31"));
        assertThat(draft.getList("campaign.phases.kind")).isEqualTo(List.of("MOBILISATION", "TRAINING", "SUMMARY"));
        assertThat(draft.getList("campaign.sources.code"))
                .isEqualTo(List.of(
                        "EVALUATION",
                        "PUBLIC_PAIN_POINT",
                        "NATIONAL_CIRCULAR",
                        "PROVINCIAL_BRIEFING",
                        "SYSTEM_SCORECARD",
                        "HIDDEN_APPROVAL_CAMPAIGN",
                        "MINI_PROGRAM",
                        "SELF_INSPECTION",
                        "OTHER_SUPERVISION"));
        assertThat(draft.getList("reading.sources.mark"))
                .isEqualTo(List.of("READ", "READ", "READ", "READ", "READ", "READ", "READ", "READ", "PROPOSED"));
        assertThat(draft.getList("reading.phases.demands.flatten().findAll { it.code == 'PLAN' }.mark"))
                .isEqualTo(List.of("READ"));
        assertThat(draft.getList("reading.phases.demands.flatten().findAll { it.code == 'SPECIAL_TRAINING' }.mark"))
                .isEqualTo(List.of("PROPOSED"));
        assertThat(draft.getString("reading.phases[0].deadline.sentence")).contains("10月31日前");
        assertThat(draft.getList("reading.suspectedMisprints")).isNotEmpty();
        assertThat(stage.campaign().draft().asString()).contains("这能改");
    }

    @Test
    @Order(1)
    void publishingOpensWhatEverybodyOwes(Stage stage) {
        JsonPath board = board(stage, "province");

        assertThat(stage.total("province", "/api/v1/obligations?campaignId=" + campaign))
                .isEqualTo(18 * 3 + 18 + 3);
        assertThat(board.getList("rows")).hasSize(19);
        assertThat(board.getList("rows.findAll { it.region != '410000' }.cells.flatten().code.unique().sort()"))
                .containsExactly("PLAN", "SPECIAL_TRAINING", "SUMMARY_REPORT");
        assertThat(cell(stage, "PLAN"))
                .containsEntry("deadline", "2021-10-31")
                .containsEntry("status", "OPEN")
                .containsEntry("kind", "FILING")
                .containsEntry("light", "YELLOW");
        assertThat(cell(stage, "SPECIAL_TRAINING"))
                .containsEntry("deadline", "2021-11-30")
                .containsEntry("kind", "ACTION");
        assertThat(cell(stage, "SUMMARY_REPORT"))
                .containsEntry("deadline", "2021-12-31")
                .containsEntry("light", "GREEN");
    }

    @Test
    @Order(2)
    void officesNameWhoReceivesMail(Stage stage) {
        People.contact(stage, OFFICE, ZHENGZHOU, "CONTACT", CONTACT);
        People.contact(stage, OFFICE, ZHENGZHOU, "HEAD", "head-410100@offices.example");
        People.contact(stage, "province", "410200", "CONTACT", KAIFENG_CONTACT);

        assertThat(stage.total(OFFICE, "/api/v1/contacts")).isEqualTo(2);
    }

    @Test
    @Order(3)
    void issuesAreRegisteredByCallsAndByFile(Stage stage) {
        byProvince = Issues.register(stage, "province", Issues.evaluated(stage, ZHENGZHOU, "施工许可核发用时过长"));
        byCity = Issues.register(stage, COUNTY, Issues.selfInspected(stage, "410181", "联合验收未统一受理"));

        Response imported = stage.as(OFFICE)
                .contentType("text/csv")
                .body(LedgerFile.of(ZHENGZHOU, 4).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/issue-imports?campaignId=" + campaign);

        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(200);
        assertThat(imported.<Integer>path("registered")).isEqualTo(4);
        List<Map<String, Object>> ledger = stage.all(OFFICE, Issues.COLLECTION);
        assertThat(ledger).hasSize(6);
        assertThat(ledger.stream().map(issue -> issue.get("ledgerNumber")))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.toString().matches("ZG2021-410100-\\d{4}"));
        ledger.forEach(issue -> issues.add(new Thing(stage, Issues.COLLECTION + "/" + issue.get("id"))));
        stage.settle();
        assertFiguresEqualLedger(stage);
    }

    @Test
    @Order(4)
    void issuesAreHandedDownAcknowledgedAndAnalysed(Stage stage) {
        issues.forEach(issue -> issue.act("province", "assignments", Issues.ASSIGNMENT));
        issues.forEach(issue -> issue.act(OFFICE, "acknowledgements"));
        issues.forEach(issue -> {
            issue.act(OFFICE, "cause-analyses", Issues.ANALYSIS);
            issue.act(OFFICE, "rectifications");
        });
        stage.settle();

        assertThat(stage.total(OFFICE, "/api/v1/issues?status=IN_RECTIFICATION"))
                .isEqualTo(6);
        assertThat(byProvince.read(OFFICE).<String>path("verifier")).isEqualTo("PROVINCE");
        assertThat(byCity.read(COUNTY).<String>path("verifier")).isEqualTo("CITY");
        assertThat(byProvince.read(OFFICE).<String>path("light")).isEqualTo("GREEN");
        assertFiguresEqualLedger(stage);
    }

    @Test
    @Order(5)
    void theOfficeIsRemindedAtNineOfTheWorkingDayBefore(Stage stage) {
        int before = lettersTo(stage, CONTACT).size();
        stage.advanceTo("2021-10-29T08:59");
        assertThat(lettersTo(stage, CONTACT)).hasSize(before);

        stage.advanceTo("2021-10-29T09:00");

        Letter letter = lastLetterTo(stage, CONTACT);
        assertThat(lettersTo(stage, CONTACT)).hasSize(before + 1);
        assertThat(letter.to()).containsExactly(CONTACT);
        assertThat(letter.subject()).isEqualTo("【整改提升】临期事项提醒：1项（2021年10月29日）");
        assertThat(letter.text().strip()).isEqualTo("""
                郑州市工改办联络人：

                您好！

                截至2021年10月29日（星期五），贵单位有以下事项尚未办结，请按期办理；已经逾期的，请抓紧办理：
                1. 报送“整改方案”，截止日期2021年10月31日（星期日），还有2天。

                如上述事项已经办结，请忽略本提醒。感谢支持配合！

                （本邮件由整改提升工作系统自动发送，请勿直接回复。）""");
        assertThat(stage.all(OFFICE, "/api/v1/dispatches")).anySatisfy(dispatch -> assertThat(dispatch)
                .containsEntry("status", "SENT")
                .containsEntry("messageId", letter.messageId()));
    }

    @Test
    @Order(6)
    void thePlanIsDraftedSubmittedReturnedCorrectedAndAccepted(Stage stage) {
        List<String> ids = issues.stream().map(Thing::id).toList();
        stage.advanceTo("2021-10-29T15:00");
        plan = Filings.draftPlan(stage, OFFICE, "推行联合审图、联合验收", ids.subList(0, 3));
        plan.act(OFFICE, "submissions", Filings.SUBMISSION);
        stage.settle();
        assertThat(cell(stage, "PLAN")).containsEntry("status", "SUBMITTED").containsEntry("late", false);

        stage.advanceTo("2021-11-01T10:00");
        plan.act(PROVINCE_REVIEWER, "returns", Filings.PLAN_RETURN);
        stage.settle();
        assertThat(cell(stage, "PLAN")).containsEntry("status", "RETURNED").containsEntry("returns", 1);
        assertThat(plan.read(OFFICE).<String>path("resubmitBy")).isEqualTo("2021-11-04");
        assertThat(plan.read(OFFICE).asString()).contains("措施不够具体，请细化时限和责任");

        stage.advanceTo("2021-11-03T09:00");
        assertThat(lastLetterTo(stage, CONTACT).text()).contains("修改并重新报送“整改方案”，截止日期2021年11月4日（星期四），还有1天。");

        Response revised = plan.replace(OFFICE, "content", Filings.planContent("推行联合审图、联合验收，压减至40个工作日", ids));
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(200);
        plan.act(OFFICE, "submissions", Filings.SUBMISSION);
        plan.act(PROVINCE_REVIEWER, "acceptances", Filings.ACCEPTANCE);
        stage.settle();
        assertThat(cell(stage, "PLAN"))
                .containsEntry("status", "ACCEPTED")
                .containsEntry("late", false)
                .containsEntry("returns", 1);
        assertThat(actions(plan)).containsSubsequence("DRAFT", "SUBMIT", "RETURN", "REVISE", "SUBMIT", "ACCEPT");
    }

    @Test
    @Order(7)
    void theTrainingFulfilsWhatIsOwed(Stage stage) {
        stage.advanceTo("2021-11-23T09:00");
        assertThat(lastLetterTo(stage, CONTACT).text()).contains("完成“专题培训”，截止日期2021年11月30日（星期二），还有7天。");

        stage.advanceTo("2021-11-24T16:00");
        Thing session = Thing.created(
                stage,
                Training.COLLECTION,
                stage.as(OFFICE)
                        .body(Training.session(stage, "SPECIAL_TRAINING", "2021-11-24", "办理建筑许可专题培训", Optional.empty()))
                        .post(Training.COLLECTION));
        stage.settle();

        assertThat(session.read(OFFICE).<Integer>path("participants")).isEqualTo(85);
        assertThat(cell(stage, "SPECIAL_TRAINING"))
                .containsEntry("status", "ACCEPTED")
                .containsEntry("late", false);
    }

    @Test
    @Order(8)
    void issuesAreClosedByWhoVerifies(Stage stage) throws NoSuchAlgorithmException {
        stage.advanceTo("2021-12-06T10:00");
        byte[] file = ("整改情况说明。\n" + "附件内容".repeat(LARGE_FILE / 12)).getBytes(StandardCharsets.UTF_8);
        Response added = stage.as(OFFICE)
                .header("If-Match", byProvince.read(OFFICE).header("ETag"))
                .contentType("text/plain")
                .body(file)
                .post(byProvince.path() + "/evidence?fileName=%E6%95%B4%E6%94%B9%E8%AF%B4%E6%98%8E.txt");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(added.<String>path("fileName")).isEqualTo("整改说明.txt");
        assertThat(added.<String>path("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        Response read = stage.as("province").get(byProvince.path() + "/evidence/" + added.path("id"));
        assertThat(read.asByteArray()).isEqualTo(file);

        byProvince.act(OFFICE, "close-out-requests", Issues.CLOSE_OUT_REQUEST);
        byProvince.act(REVIEWER, "first-reviews", Issues.OPINION);
        byProvince.act(PROVINCE_REVIEWER, "close-outs", Issues.OPINION);
        Issues.requestCloseOut(byCity, COUNTY);
        byCity.act(OFFICE, "returns", Map.of("opinion", "佐证材料不充分"));
        Issues.requestCloseOut(byCity, COUNTY);
        byCity.act(OFFICE, "close-outs", Issues.OPINION);
        stage.settle();

        assertThat(stage.total(OFFICE, "/api/v1/issues?status=CLOSED")).isEqualTo(2);
        assertThat(byCity.read(COUNTY).<Integer>path("returns")).isEqualTo(1);
        assertFiguresEqualLedger(stage);
    }

    @Test
    @Order(9)
    void theReportIsFiledWithTheFiguresOfThatMoment(Stage stage) {
        stage.advanceTo("2021-12-24T09:00");
        assertThat(lastLetterTo(stage, CONTACT).text())
                .contains("报送“总结报告”，截止日期2021年12月31日（星期五），还有7天。")
                .contains("完成问题ZG2021-410100-");

        stage.advanceTo("2021-12-24T15:00");
        report = Filings.draftReport(stage, OFFICE, "加强组织领导，建立定期调度机制。");
        report.act(OFFICE, "submissions", Filings.SUBMISSION);
        String filed = report.read("province").jsonPath().getMap("figures").toString();
        assertThat(report.read("province").<Boolean>path("figuresFrozen")).isTrue();
        assertThat(report.read("province").<Integer>path("figures.ledger.total"))
                .isEqualTo(6);
        assertThat(report.read("province").<Integer>path("figures.ledger.closed"))
                .isEqualTo(2);

        Thing third = issues.stream()
                .filter(issue -> issue.read(OFFICE).path("status").equals("IN_RECTIFICATION"))
                .findFirst()
                .orElseThrow();
        Issues.requestCloseOut(third, OFFICE);
        third.act(REVIEWER, "close-outs", Issues.OPINION);
        stage.settle();
        assertFiguresEqualLedger(stage);
        assertThat(report.read("province").jsonPath().getMap("figures").toString())
                .isEqualTo(filed);

        stage.advanceTo("2021-12-27T10:00");
        report.act(PROVINCE_REVIEWER, "acceptances", Filings.ACCEPTANCE);
        stage.settle();
        assertThat(cell(stage, "SUMMARY_REPORT"))
                .containsEntry("status", "ACCEPTED")
                .containsEntry("late", false);
        assertThat(actions(report)).containsExactly("DRAFT", "SUBMIT", "ACCEPT");
    }

    @Test
    @Order(10)
    void whoDidNothingIsRemindedTheDayAfterTheDeadline(Stage stage) {
        stage.advanceTo("2022-01-04T09:00");

        Letter letter = lastLetterTo(stage, KAIFENG_CONTACT);
        assertThat(letter.subject()).contains("逾期事项提醒").endsWith("（2022年1月4日）");
        assertThat(letter.text())
                .startsWith("开封市工改办联络人：")
                .contains("报送“总结报告”，截止日期2021年12月31日（星期五），已逾期4天（1个工作日）。")
                .doesNotContain("郑州");
        assertThat(lastLetterTo(stage, CONTACT).text()).doesNotContain("总结报告");
        assertThat(board(stage, "office:410200").getList("rows[0].cells.status"))
                .containsOnly("OPEN");
        assertThat(board(stage, "office:410200").getList("rows[0].cells.light")).containsOnly("RED");
    }

    @Test
    @Order(11)
    void everyStepCanBeReadAfterwards(Stage stage) {
        List<Map<String, Object>> history = byProvince.history(OFFICE);

        assertThat(history.stream().map(entry -> entry.get("action")))
                .containsExactly(
                        "REGISTER",
                        "ASSIGN",
                        "ACKNOWLEDGE",
                        "ANALYSE_CAUSE",
                        "RECTIFY",
                        "ADD_EVIDENCE",
                        "REQUEST_CLOSE_OUT",
                        "FIRST_REVIEW",
                        "CLOSE");
        assertThat(history).allSatisfy(entry -> {
            assertThat(entry.get("name").toString()).matches("\\p{IsHan}+");
            assertThat(entry.get("at").toString()).startsWith("2021-1");
            assertThat(entry).containsKeys("role", "region", "channel");
        });
        assertThat(history.get(8)).containsEntry("reason", "整改到位").containsEntry("name", "省工改办经办人二");
        assertThat(stage.as("auditor").get(byProvince.path() + "/history").statusCode())
                .isEqualTo(200);
    }

    /** Another service, which only heard of the ledger in events, counts what the ledger itself counts; what was rejected or merged is in no figure. */
    private static void assertFiguresEqualLedger(Stage stage) {
        for (String account : List.of("province", OFFICE, COUNTY)) {
            JsonPath figures = stage.as(account).get("/api/v1/figures").jsonPath();
            assertThat(figures.getLong("total.total"))
                    .as(account)
                    .isEqualTo(stage.total(account, "/api/v1/issues")
                            - stage.total(account, "/api/v1/issues?status=REJECTED&status=MERGED"));
            assertThat(figures.getLong("total.closed"))
                    .as(account)
                    .isEqualTo(stage.total(account, "/api/v1/issues?status=CLOSED"));
        }
    }

    private JsonPath board(Stage stage, String account) {
        return stage.as(account).get("/api/v1/board?campaignId=" + campaign).jsonPath();
    }

    /** What Zhengzhou sees of one thing that it owes. */
    private Map<String, Object> cell(Stage stage, String code) {
        return board(stage, OFFICE).getMap("rows[0].cells.find { it.code == '" + code + "' }");
    }

    private static List<Object> actions(Thing thing) {
        return thing.history(OFFICE).stream().map(entry -> entry.get("action")).toList();
    }

    private static List<Letter> lettersTo(Stage stage, String address) {
        return stage.lettersTo(address, letter -> true);
    }

    private static Letter lastLetterTo(Stage stage, String address) {
        List<Letter> letters = lettersTo(stage, address);
        assertThat(letters).isNotEmpty();
        return letters.get(letters.size() - 1);
    }
}
