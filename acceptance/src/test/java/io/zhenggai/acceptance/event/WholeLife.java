package io.zhenggai.acceptance.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Filings;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import io.zhenggai.acceptance.system.Training;
import io.zhenggai.embedded.system.LocalService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whatever can happen, happens once in a campaign of its own: an event of every type there is. */
final class WholeLife {

    /** Of the request that records a training session. */
    static final String TRACE = UUID.randomUUID().toString().replace("-", "");

    private static final String CITY = "411500";
    private static final String OFFICE = "office:" + CITY;
    private static final String OFFICE_REVIEWER = OFFICE + ":2";
    private static final String PROVINCE = "province";
    private static final String PROVINCE_REVIEWER = "province:2";

    private final Stage stage;
    private final OwnCampaign campaign;

    private WholeLife(Stage stage, OwnCampaign campaign) {
        this.stage = stage;
        this.campaign = campaign;
    }

    /** Lets it all happen, some days long, and waits until all of it has had its effects. */
    static void play(Stage stage) {
        WholeLife life = new WholeLife(stage, OwnCampaign.publish(stage));
        Thing issue = life.rectifiedIssue();
        life.plan(issue);
        life.closeAfterReturn(issue);
        IssueLives.play(stage, life.campaign);
        life.training();
        life.report();
        stage.settle();
        life.tellAgain();
        stage.settle();
    }

    private Thing rectifiedIssue() {
        Map<String, Object> issue = new HashMap<>(Issues.evaluated(stage, CITY, "施工许可核发用时过长"));
        issue.put("campaignId", campaign.id());
        Thing thing = Issues.register(stage, PROVINCE, issue);
        thing.act(PROVINCE, "assignments", Map.of("deadline", campaign.lastDay().toString()));
        thing.act(OFFICE, "acknowledgements");
        thing.act(OFFICE, "cause-analyses", Issues.ANALYSIS);
        thing.act(OFFICE, "rectifications");
        return thing;
    }

    private void closeAfterReturn(Thing issue) {
        Issues.requestCloseOut(issue, OFFICE);
        issue.act(OFFICE_REVIEWER, "returns", Issues.OPINION);
        Issues.requestCloseOut(issue, OFFICE);
        issue.act(OFFICE_REVIEWER, "first-reviews", Issues.OPINION);
        issue.act(PROVINCE_REVIEWER, "close-outs", Issues.OPINION);
    }

    private void plan(Thing issue) {
        Map<String, Object> content =
                Filings.planContent("推行联合审图、联合验收", campaign.lastDay().toString(), List.of(issue.id()));
        file(Filings.PLANS, content, Filings.PLAN_RETURN);
    }

    private void report() {
        file(Filings.REPORTS, Filings.reportContent("加强组织领导，建立定期调度机制。"), Filings.REPORT_RETURN);
    }

    private void file(String collection, Map<String, Object> content, Map<String, Object> reasons) {
        Thing filing = Filings.draft(stage, OFFICE, collection, campaign.id(), content);
        filing.act(OFFICE, "submissions", Filings.SUBMISSION);
        stage.settle();
        filing.act(PROVINCE_REVIEWER, "returns", reasons);
        stage.settle();
        filing.replace(OFFICE, "content", content);
        filing.act(OFFICE, "submissions", Filings.SUBMISSION);
        filing.act(PROVINCE_REVIEWER, "acceptances", Filings.ACCEPTANCE);
    }

    /** Each owner the first hundred of each kind. */
    private void tellAgain() {
        List.of("issue", "look-back", "supervision").forEach(type -> tellAgain(LocalService.ISSUE, type));
        List.of("campaign", "obligation", "plan", "training-session")
                .forEach(type -> tellAgain(LocalService.PLAN, type));
        tellAgain(LocalService.REPORT, "report");
    }

    private void tellAgain(LocalService owner, String aggregateType) {
        Response answer = given().baseUri(stage.system().serviceUrl(owner))
                .auth()
                .oauth2(stage.system().token("system:operations"))
                .contentType(ContentType.JSON)
                .body(Map.of("aggregateType", aggregateType, "limit", 100, "reason", "整改行动结束后核对"))
                .post("/admin/republish");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<Integer>path("published")).as(aggregateType).isBetween(1, 100);
    }

    private void training() {
        Map<String, Object> session = Training.session(
                stage, "SPECIAL_TRAINING", stage.now().toLocalDate().toString(), "办理建筑许可专题培训", Optional.empty());
        session.put("campaignId", campaign.id());
        Thing.created(
                stage,
                Training.COLLECTION,
                stage.as(OFFICE)
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .body(session)
                        .post(Training.COLLECTION));
    }
}
