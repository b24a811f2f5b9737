package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Caller;
import io.zhenggai.report.testsupport.IssueState;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import io.zhenggai.report.testsupport.PlanServiceStates;
import io.zhenggai.report.testsupport.ToldReports;
import io.zhenggai.report.testsupport.ToldReports.Told;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ReportLifeTest {

    private static final Caller OFFICE = new Caller("office:410100");
    private static final Caller PROVINCE = new Caller("province");

    @Inject
    BusinessClock clock;

    private final UUID campaign = UUID.randomUUID();
    private OtherServices others;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-12-24T07:00:00Z"));
        others = new OtherServices();
        others.say("campaign.published.v1", campaign, 1, PlanServiceStates.campaign(campaign));
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void goesFromDraftToAcceptanceByWayOfAReturn() throws Exception {
        owed("SUMMARY_REPORT", "2021-12-31");
        Response drafted = OFFICE.draft(campaign, Map.of("practices", "加强组织领导"));
        assertThat(drafted.statusCode()).isEqualTo(201);
        String id = drafted.path("id");
        assertThat(drafted.header("Location")).endsWith("/api/v1/reports/" + id);
        assertThat(drafted.header("ETag")).isEqualTo("\"0.2021-12-24\"");
        assertThat(drafted.<String>path("status")).isEqualTo("DRAFT");
        assertThat(drafted.<String>path("regionName")).isEqualTo("郑州市");
        assertThat(drafted.<List<String>>path("legalMoves")).containsExactly("REVISE", "SUBMIT");

        Response revised = OFFICE.revise(id, drafted.header("ETag"), Caller.FULL);
        assertThat(revised.statusCode()).isEqualTo(200);
        assertThat(revised.<String>path("content.suggestions[0].text")).isEqualTo("建议加大省级层面数据共享力度");

        Response submitted = OFFICE.submit(id);
        assertThat(submitted.statusCode()).isEqualTo(200);
        assertThat(submitted.<String>path("status")).isEqualTo("SUBMITTED");
        assertThat(submitted.<String>path("submittedAt")).isEqualTo("2021-12-24T07:00:00Z");

        clock.freezeAt(Instant.parse("2021-12-27T08:00:00Z"));
        Response returned = PROVINCE.giveBack(id);
        assertThat(returned.<String>path("status")).isEqualTo("RETURNED");
        // Monday and three working days.
        assertThat(returned.<String>path("resubmitBy")).isEqualTo("2021-12-30");
        assertThat(returned.<String>path("returnReasons[0].part")).isEqualTo("EXPERIENCE");

        clock.freezeAt(Instant.parse("2022-01-05T07:00:00Z"));
        Response corrected = OFFICE.submit(id);
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(corrected.jsonPath().getMap("")).doesNotContainKey("resubmitBy");
        Response accepted = PROVINCE.accept(id);

        assertThat(accepted.<String>path("status")).isEqualTo("ACCEPTED");
        assertThat(accepted.<String>path("opinion")).isEqualTo("同意");
        assertThat(accepted.<Integer>path("returns")).isEqualTo(1);
        assertThat(accepted.<List<String>>path("legalMoves")).isEmpty();
        assertThat(accepted.<String>path("firstSubmittedAt")).isEqualTo("2021-12-24T07:00:00Z");
        // Judged on the first submission.
        assertThat(accepted.<Boolean>path("late")).isFalse();
        JsonPath history = OFFICE.get("/" + id + "/history").jsonPath();
        assertThat(history.getList("action"))
                .containsExactly("DRAFT", "REVISE", "SUBMIT", "RETURN", "SUBMIT", "ACCEPT");
        assertThat(history.getList("version", Integer.class)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(history.getList("role")).startsWith("office", "office", "office", "province");
        assertThat(history.getString("[1].changes.'content.practices'.from")).isEqualTo("加强组织领导");
        assertThat(history.getString("[3].reason")).isEqualTo("可复制推广的先进经验和典型案例：典型案例不够具体");
        assertThat(history.getString("[3].changes.status.to")).isEqualTo("RETURNED");
        assertThat(history.getString("[5].reason")).isEqualTo("同意");
        assertToldOnceEach(id);
    }

    private void assertToldOnceEach(String id) {
        try (ToldReports reports = new ToldReports()) {
            List<Told> told = await().until(() -> reports.of(id), events -> events.size() == 6);
            assertThat(told)
                    .extracting(Told::type)
                    .containsExactly(
                            "report.drafted.v1",
                            "report.revised.v1",
                            "report.submitted.v1",
                            "report.returned.v1",
                            "report.submitted.v1",
                            "report.accepted.v1");
            assertThat(told.get(3).body().at("/state/resubmitBy").asText()).isEqualTo("2021-12-30");
            assertThat(told.get(4).body().at("/state/region").asText()).isEqualTo("410100");
            assertThat(told.get(4).body().at("/state/campaignId").asText()).isEqualTo(campaign.toString());
            assertThat(told.get(5).body().toString()).doesNotContain("组织", "李主任", "同意");
        }
    }

    @Test
    void showsItsFiguresAsOfNowAndWordsForThem() throws Exception {
        LocalDate due = LocalDate.of(2021, 12, 1);
        tellIssue(IssueState.registered(campaign, "410100").dueOn(due).closedOn(due));
        tellIssue(IssueState.registered(campaign, "410100").dueOn(due));
        tellIssue(IssueState.registered(campaign, "410200"));
        owed("PLAN", "2021-10-31");
        UUID plan = UUID.randomUUID();
        others.say("plan.accepted.v1", plan, 1, PlanServiceStates.plan(plan, campaign, "410100"));
        train("SPECIAL_TRAINING", "410100", null, List.of("住建局", "政务服务局"), 85);
        train("SPECIAL_TRAINING", "410100", null, List.of("住建局"), 40);
        train("TARGETED_TRAINING", "410000", "410100", List.of("工改办"), 30);
        train("SPECIAL_TRAINING", "410200", null, List.of("发改委"), 10);
        String id = OFFICE.draft(campaign, Map.of()).path("id");

        JsonPath report = await().until(
                        () -> OFFICE.read(id).jsonPath(),
                        seen -> seen.getInt("figures.ledger.total") == 2
                                && seen.getInt("figures.training.sessions") == 2
                                && seen.getInt("figures.training.targetedSessions") == 1
                                && seen.getString("figures.plan.deadline") != null
                                && seen.getString("figures.plan.status") != null);

        assertThat(report.getBoolean("figuresFrozen")).isFalse();
        assertThat(report.getString("figures.at")).isEqualTo("2021-12-24T07:00:00Z");
        assertThat(report.getInt("figures.ledger.closed")).isEqualTo(1);
        assertThat(report.getInt("figures.ledger.overdue")).isEqualTo(1);
        assertThat(report.getInt("figures.ledger.closingRate.permille")).isEqualTo(500);
        assertThat(report.getList("figures.ledger.bySource.name")).containsExactly("审批系统运行成绩单");
        assertThat(report.getList("figures.ledger.byCategory.total")).containsExactly(2);
        assertThat(report.getList("figures.ledger.bySeverity.key")).containsExactly("GENERAL");
        assertThat(report.getList("figures.ledger.byRegion.name")).containsExactly("郑州市");
        assertThat(report.getString("figures.ledger.query.name")).isEqualTo("ledger.v2");
        assertThat(report.getMap("figures.ledger.query.parameters"))
                .isEqualTo(Map.of("campaignId", campaign.toString(), "region", "410100", "today", "2021-12-24"));
        assertThat(report.getString("figures.ledger.query.standing[0].topic")).isEqualTo("zhenggai.issue");
        assertThat(report.getMap("figures.ledger.query.standing[0].next")).isNotEmpty();
        assertThat(report.getInt("figures.plan.measures")).isEqualTo(3);
        assertThat(report.getBoolean("figures.plan.late")).isFalse();
        assertThat(report.getString("figures.plan.firstSubmittedOn")).isEqualTo("2021-10-28");
        assertThat(report.getList("figures.plan.query.standing.topic"))
                .containsExactly("zhenggai.plan", "zhenggai.obligation");
        assertThat(report.getInt("figures.training.participants")).isEqualTo(125);
        assertThat(report.getList("figures.training.units")).containsExactlyInAnyOrder("住建局", "政务服务局");
        assertThat(report.getList("figures.training.counties.name")).containsExactly("巩义市");
        assertThat(report.getString("proposals.practices"))
                .startsWith("按照《" + PlanServiceStates.TITLE + "》部署，郑州市制定整改方案");
        assertThat(report.getString("proposals.problems"))
                .startsWith("截至2021年12月24日，郑州市整改台账共登记问题2个，已销号1个，未销号1个，销号率50%。");
        assertThat(report.getString("proposals.training")).contains("组织开展培训2次，培训125人次，邀请专家4人次。");
    }

    @Test
    void isEmptyAndNotBrokenBeforeAnythingArrived() {
        Response drafted = OFFICE.draft(campaign, Caller.FULL);

        assertThat(drafted.statusCode()).isEqualTo(201);
        JsonPath report = drafted.jsonPath();
        assertThat(report.getInt("figures.ledger.total")).isZero();
        assertThat(report.getMap("figures.ledger.closingRate")).doesNotContainKey("permille");
        assertThat(report.getList("figures.ledger.bySource")).isEmpty();
        assertThat(report.getInt("figures.plan.measures")).isZero();
        assertThat(report.getMap("figures.plan")).doesNotContainKeys("status", "deadline", "late");
        assertThat(report.getInt("figures.training.sessions")).isZero();
        assertThat(report.getMap("")).doesNotContainKeys("late", "deadline");
        assertThat(OFFICE.submit(report.getString("id")).statusCode()).isEqualTo(200);
    }

    @Test
    void lateIsJudgedOnceTheDeadlineIsKnownAndForEver() throws Exception {
        clock.freezeAt(Instant.parse("2021-12-31T16:00:00Z"));
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        Response submitted = OFFICE.submit(id);
        assertThat(submitted.jsonPath().getMap("")).doesNotContainKey("late");

        UUID obligation = UUID.randomUUID();
        Map<String, Object> opened =
                PlanServiceStates.obligation(obligation, campaign, "SUMMARY_REPORT", "410100", "2021-12-31");
        others.say("obligation.opened.v1", obligation, 1, opened);
        await().until(() -> Boolean.TRUE.equals(OFFICE.read(id).path("late")));
        assertThat(OFFICE.read(id).header("ETag")).isNotEqualTo(submitted.header("ETag"));

        Map<String, Object> moved = PlanServiceStates.submitted(opened, "2021-12-31T16:00:00Z", true);
        moved.put("deadline", "2022-01-31");
        others.say("obligation.submitted.v1", obligation, 2, moved);
        await().until(() -> "2022-01-31".equals(OFFICE.read(id).path("deadline")));
        assertThat(OFFICE.read(id).<Boolean>path("late")).isTrue();
        assertThat(PROVINCE.get("?campaignId=" + campaign).<Boolean>path("items[0].late"))
                .isTrue();
    }

    @Test
    void whatWasSubmittedInTheLastMomentIsInTime() throws Exception {
        owed("SUMMARY_REPORT", "2021-12-31");
        clock.freezeAt(Instant.parse("2021-12-31T15:59:59Z"));
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        OFFICE.submit(id);

        await().until(() -> OFFICE.read(id).path("deadline") != null);

        assertThat(OFFICE.read(id).<Boolean>path("late")).isFalse();
    }

    @Test
    void theEntityTagFollowsTheFiguresThatMove() throws Exception {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        String tag = await().until(
                        () -> OFFICE.read(id).header("ETag"),
                        seen -> OFFICE.request()
                                        .header("If-None-Match", seen)
                                        .get("/api/v1/reports/" + id)
                                        .statusCode()
                                == 304);

        tellIssue(IssueState.registered(campaign, "410100"));
        await().until(() -> OFFICE.read(id).<Integer>path("figures.ledger.total") == 1);

        Response fresh = OFFICE.request().header("If-None-Match", tag).get("/api/v1/reports/" + id);
        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(OFFICE.revise(id, tag, Caller.FULL).statusCode()).isEqualTo(200);
    }

    @Test
    void countsAHundredIssues() throws Exception {
        List<IssueState> issues = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            issues.add(IssueState.registered(campaign, "410100").from(i % 2 == 0 ? "EVALUATION" : "MINI_PROGRAM"));
        }
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        for (IssueState issue : issues) {
            tellIssue(issue);
        }

        JsonPath report = await().atMost(Duration.ofSeconds(10))
                .until(() -> OFFICE.read(id).jsonPath(), seen -> seen.getInt("figures.ledger.total") == 100);

        assertThat(report.getList("figures.ledger.bySource.total")).containsExactly(50, 50);
    }

    private void owed(String code, String deadline) throws Exception {
        UUID id = UUID.randomUUID();
        others.say("obligation.opened.v1", id, 1, PlanServiceStates.obligation(id, campaign, code, "410100", deadline));
    }

    private void train(String kind, String region, String subject, List<String> units, int participants)
            throws Exception {
        UUID id = UUID.randomUUID();
        others.say(
                "training-session.recorded.v1",
                id,
                1,
                PlanServiceStates.session(id, campaign, kind, region, subject, units, participants));
    }

    private void tellIssue(IssueState issue) throws Exception {
        others.say("issue.registered.v1", issue.id(), 1, issue);
    }
}
