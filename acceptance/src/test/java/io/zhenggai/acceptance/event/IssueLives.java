package io.zhenggai.acceptance.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.LookBacks;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Supervisions;
import io.zhenggai.acceptance.system.Thing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What may happen to issues off the straight way, once each. */
final class IssueLives {

    private static final String CITY = "411500";
    private static final String OFFICE = "office:" + CITY;
    private static final String REVIEWER = OFFICE + ":2";
    private static final String LEAD = "department:" + CITY + ":住建局";
    private static final String PROVINCE = "province";
    private static final String PROVINCE_REVIEWER = "province:2";
    private static final Map<String, Object> ALLOTMENT = Map.of("leadUnit", "住建局");

    private final Stage stage;
    private final OwnCampaign campaign;

    private IssueLives(Stage stage, OwnCampaign campaign) {
        this.stage = stage;
        this.campaign = campaign;
    }

    /** Ends some days later, in another campaign. */
    static void play(Stage stage, OwnCampaign campaign) {
        IssueLives lives = new IssueLives(stage, campaign);
        Thing issue = lives.handedDown();
        lives.extended(issue);
        lives.revokedAndLongTerm(issue);
        lives.complained();
        lives.mergedAndSplit();
        lives.supervised();
        lives.carriedOver();
    }

    private Thing handedDown() {
        Thing issue = registered(campaign);
        issue.act(PROVINCE, "corrections", Map.of("severity", "GENERAL", "reason", "录入有误"));
        issue.act(PROVINCE, "assignments", Map.of("deadline", day(20)));
        issue.act(OFFICE, "acknowledgements");
        issue.act(OFFICE, "allotments", ALLOTMENT);
        issue.act(LEAD, "reassignment-requests", Map.of("suggestedUnit", "政务服务局", "reason", "不属于本单位职责"));
        decide(issue, OFFICE, "grants");
        issue.act(OFFICE, "allotments", ALLOTMENT);
        issue.act(LEAD, "acknowledgements");
        issue.act(LEAD, "cause-analyses", Issues.ANALYSIS);
        issue.act(LEAD, "rectifications");
        issue.act(LEAD, "progress-entries", Map.of("progress", "已完成流程梳理"));
        String wrong = issue.upload(LEAD, "wrong.txt", "传错的材料").path("id");
        issue.act(LEAD, "evidence/" + wrong + "/withdrawals", Issues.REASON);
        return issue;
    }

    private void extended(Thing issue) {
        Map<String, Object> extension = Map.of("deadline", day(30), "reason", "系统改造周期较长");
        issue.act(LEAD, "extension-requests", extension);
        decide(issue, PROVINCE, "refusals");
        issue.act(LEAD, "extension-requests", extension);
        issue.act(LEAD, "requests/" + lastRequest(issue) + "/withdrawals");
        issue.act(LEAD, "extension-requests", extension);
        decide(issue, PROVINCE, "grants");
    }

    private void revokedAndLongTerm(Thing issue) {
        Issues.requestCloseOut(issue, LEAD);
        issue.act(OFFICE, "first-reviews", Issues.OPINION);
        issue.act(PROVINCE_REVIEWER, "close-outs", Issues.OPINION);
        lookedBackAt(issue);
        issue.act(
                LEAD,
                "long-term-requests",
                Map.of("stageGoal", "半数事项并联办理", "stageReviewOn", day(60), "reason", "需省级系统改造"));
        decide(issue, PROVINCE, "grants");
        issue.act(
                PROVINCE,
                "stage-reviews",
                Map.of("outcome", "CONTINUE", "opinion", "进展正常", "stageGoal", "全部并联办理", "stageReviewOn", day(90)));
    }

    /** The only one of its campaign that is closed in this city. */
    private void lookedBackAt(Thing issue) {
        Thing lookBack = LookBacks.draw(stage, campaign.id(), CITY);
        lookBack.act(
                PROVINCE, "results", LookBacks.result(stage, issue.id(), "INCOMPLETE", Map.of("deadline", day(30))));
    }

    private void complained() {
        Map<String, Object> item = Map.of(
                "source", "MINI_PROGRAM",
                "documentNumber", UUID.randomUUID().toString(),
                "answerOwedTo", "投诉人",
                "answerDueOn", day(10),
                "complainant", Map.of("name", "李建国", "contact", "13800138000"));
        Thing issue = registered(campaign, item);
        issue.act(
                OFFICE,
                "source-items",
                Map.of(
                        "source",
                        "MINI_PROGRAM",
                        "documentNumber",
                        UUID.randomUUID().toString()));
        String path = "source-items/" + issue.read(OFFICE).path("sourceItems[0].id");
        issue.act(OFFICE, path + "/answers", Map.of("answer", "已约定联合验收时间"));
        issue.act(PROVINCE, "assignments", Map.of("deadline", day(20)));
        issue.act(OFFICE, "acknowledgements");
        issue.act(OFFICE, "cause-analyses", Issues.ANALYSIS);
        issue.act(OFFICE, "rectifications");
        issue.act(OFFICE, path + "/call-backs", Map.of("result", "SATISFIED"));
        registered(campaign).act(PROVINCE, "rejections", Issues.REASON);
    }

    private void mergedAndSplit() {
        Thing staying = registered(campaign);
        Thing going = registered(campaign);
        going.act(REVIEWER, "merges", Map.of("into", staying.id(), "reason", "反映的是同一问题"));
        going.act(REVIEWER, "unmerges", Issues.REASON);
        staying.act(PROVINCE, "splits", Map.of("regions", List.of("411600")));
    }

    /** Overdue for ten working days: what is proposed by rule on the first lapses on the fifth. */
    private void supervised() {
        Thing issue = registered(campaign);
        issue.act(PROVINCE, "assignments", Map.of("deadline", day(0)));
        String number = issue.read(PROVINCE).path("ledgerNumber");
        Thing dismissed = Supervisions.draft(stage, issue.id());
        dismissed.act(PROVINCE, "dismissals", Issues.REASON);
        Thing slip = Supervisions.draft(stage, issue.id());
        assertThat(slip.replace(PROVINCE, "content", Supervisions.CONTENT).statusCode())
                .isEqualTo(200);
        slip.act(PROVINCE, "signatures");
        slip.act(OFFICE, "replies", Supervisions.REPLY);
        slip.act(PROVINCE, "reply-returns", Issues.OPINION);
        slip.act(OFFICE, "replies", Supervisions.REPLY);
        slip.act(PROVINCE, "reply-acceptances", Issues.OPINION);
        stage.advanceTo(day(6) + "T10:00");
        stage.settle();
        stage.advanceTo(day(14) + "T10:00");
        stage.settle();
        String proposed = Supervisions.COLLECTION + "?issue=" + number + "&status=";
        assertThat(stage.total(PROVINCE, proposed + "LAPSED")).isPositive();
        assertThat(stage.total(PROVINCE, proposed + "PROPOSED")).isEqualTo(1);
    }

    private void carriedOver() {
        OwnCampaign ending = OwnCampaign.publish(stage, "豫工程改革办〔2021〕9号", 1);
        Thing issue = registered(ending);
        stage.advanceTo(ending.lastDay().plusDays(1) + "T10:00");
        issue.act(PROVINCE, "carry-overs", Map.of("campaignId", campaign.id()));
    }

    private Thing registered(OwnCampaign in) {
        return registered(
                in, Map.of("source", "EVALUATION", "documentNumber", "通报" + UUID.randomUUID(), "itemNumber", "1"));
    }

    private Thing registered(OwnCampaign in, Map<String, Object> sourceItem) {
        Map<String, Object> issue = new HashMap<>(Issues.evaluated(stage, CITY, "施工许可核发用时过长"));
        issue.put("campaignId", in.id());
        issue.put("sourceItem", sourceItem);
        return Issues.register(stage, PROVINCE, issue);
    }

    private void decide(Thing issue, String account, String decision) {
        issue.act(account, "requests/" + lastRequest(issue) + "/" + decision, Issues.OPINION);
    }

    private String lastRequest(Thing issue) {
        return stage.as(PROVINCE).get(issue.path() + "/requests").path("items[-1].id");
    }

    private String day(int daysAhead) {
        return stage.now().toLocalDate().plusDays(daysAhead).toString();
    }
}
