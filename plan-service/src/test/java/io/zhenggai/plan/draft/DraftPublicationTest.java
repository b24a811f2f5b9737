package io.zhenggai.plan.draft;

import static io.zhenggai.plan.draft.Drafts.PROVINCE;
import static io.zhenggai.plan.testsupport.Service.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.notice.Notices;
import io.zhenggai.plan.testsupport.AtOnce;
import io.zhenggai.plan.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class DraftPublicationTest {

    @Inject
    BusinessClock clock;

    @BeforeEach
    void itIsTheDayOfPrinting() {
        clock.freezeAt(Instant.parse("2021-10-19T00:30:00Z"));
    }

    @Test
    void theNoticeOf2021IsPublishedAsRead() {
        Response draft = Drafts.read(Notices.of2021());

        Response campaign = Drafts.publish(draft);

        assertThat(campaign.statusCode()).isEqualTo(201);
        assertThat(campaign.header("Location")).endsWith("/api/v1/campaigns/" + campaign.path("id"));
        assertThat(campaign.header("ETag")).isEqualTo("\"0.2021-10-19\"");
        assertThat(campaign.<String>path("title")).isEqualTo("2021年河南省办理建筑许可整改提升工作方案");
        assertThat(campaign.<List<String>>path("phases.kind")).containsExactly("MOBILISATION", "TRAINING", "SUMMARY");
        assertThat(campaign.<List<String>>path("phases.demands.code.flatten()"))
                .containsExactly(
                        "PLAN",
                        "PROMOTION_MEETING",
                        "TARGETED_TRAINING",
                        "EXPERIENCE_EXCHANGE",
                        "EXPERT_LECTURE",
                        "SPECIAL_TRAINING",
                        "SUMMARY_REPORT");
        assertThat(campaign.<List<String>>path("phases.demands.title.flatten()"))
                .containsExactly("整改方案", "推进会", "针对性培训", "经验交流", "专家授课", "专题培训", "总结报告");
        as(PROVINCE)
                .get("/api/v1/campaigns/" + campaign.path("id"))
                .then()
                .statusCode(200)
                .body("addressees[0]", equalTo("各省辖市、济源示范区工程建设项目审批制度改革领导小组办公室"));
        assertThat(obligations(campaign, "").<Integer>path("total")).isEqualTo(75);
        Response published = Drafts.get(draft);
        assertThat(published.<String>path("status")).isEqualTo("PUBLISHED");
        assertThat(published.<String>path("campaignId")).isEqualTo(campaign.path("id"));
        assertThat(published.<List<?>>path("obstacles")).isEmpty();
        assertThat(as(PROVINCE).get(Drafts.path(draft) + "/history").<List<String>>path("action"))
                .containsExactly("CREATE", "PUBLISH");
    }

    @Test
    void aPublishedDraftChangesNoMoreAndNamesItsCampaign() {
        Response draft = Drafts.read(Drafts.noticeNumbered(Drafts.number()));
        Response campaign = Drafts.publish(draft);
        Response published = Drafts.get(draft);

        Drafts.publish(published)
                .then()
                .statusCode(409)
                .body("campaignId", equalTo(campaign.path("id")))
                .body("currentStatus", equalTo("PUBLISHED"));
        assertThat(Drafts.put(published, published.path("campaign")).statusCode())
                .isEqualTo(409);
        assertThat(Drafts.publish(draft).statusCode()).isEqualTo(412);
    }

    @Test
    void aSecondNoticeOfTheSameNumberNamesTheFirstOnesCampaign() {
        String number = Drafts.number();
        Response campaign = Drafts.publish(Drafts.read(Drafts.noticeNumbered(number)));
        Response second =
                Drafts.read(Drafts.noticeNumbered(number.replace('〔', '[').replace('〕', ']')));
        assertThat(second.statusCode()).isEqualTo(201);

        Drafts.publish(second).then().statusCode(409).body("campaignId", equalTo(campaign.path("id")));

        Response left = Drafts.get(second);
        assertThat(left.<String>path("status")).isEqualTo("OPEN");
        assertThat(left.header("ETag")).isEqualTo(second.header("ETag"));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnceAndNothingIsStored() {
        Response draft = Drafts.read(Notices.text("/notices/nanhu-no-phases.txt"));
        long before = campaigns();

        Response refused = Drafts.publish(draft);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field"))
                .containsExactlyInAnyOrder("phases", "sources", "start", "end");
        assertThat(campaigns()).isEqualTo(before);
        assertThat(Drafts.get(draft).<String>path("status")).isEqualTo("OPEN");
    }

    @Test
    void whatContradictsItselfIsNamed() {
        Response draft = Drafts.read(Drafts.noticeNumbered(Drafts.number()));
        Map<String, Object> campaign = draft.path("campaign");
        campaign.put("title", " ");
        campaign.put("end", "2021-11-30");
        List<Map<String, Object>> phases = Drafts.list(campaign, "phases");
        phases.get(1).put("ordinal", 3);
        phases.get(0).put("deadline", "2021-10-18");
        Map<String, Object> twice = Drafts.list(phases.get(0), "demands").get(0);
        Drafts.list(phases.get(2), "demands").add(new HashMap<>(twice));
        Drafts.list(phases.get(2), "demands").add(new HashMap<>(Map.of("kind", "FILING", "title", "问题台账")));
        Drafts.list(campaign, "sources").get(0).put("code", "RUMOUR");
        Drafts.list(campaign, "sources").get(1).put("name", "长".repeat(201));
        Response corrected = Drafts.put(draft, campaign);
        assertThat(corrected.statusCode()).isEqualTo(200);

        Response refused = Drafts.publish(corrected);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field"))
                .containsExactlyInAnyOrder(
                        "title",
                        "phases[0].deadline",
                        "phases[1].ordinal",
                        "phases[2].deadline",
                        "phases[2].demands[1].code",
                        "phases[2].demands[1].title",
                        "phases[2].demands[2].code",
                        "sources[0].code",
                        "sources[1].name");
        assertThat(corrected.<List<String>>path("obstacles.field"))
                .containsExactlyInAnyOrderElementsOf(refused.path("violations.field"));
    }

    @Test
    void aNoticeOfAnotherLayoutIsPublishedOnceItIsCorrected() {
        Response draft = Drafts.read(Notices.text("/notices/jiangdong-2022-3.txt")
                .replace("〔２０２２〕３号", "〔２０２２〕" + Drafts.number().substring(6)));
        assertThat(draft.<List<String>>path("obstacles.field")).containsExactly("sources[1].code");
        Map<String, Object> campaign = draft.path("campaign");
        List<Map<String, Object>> sources = new ArrayList<>(Drafts.list(campaign, "sources"));
        sources.remove(1);
        campaign.put("sources", sources);

        Response published = Drafts.publish(Drafts.put(draft, campaign));

        assertThat(published.statusCode()).isEqualTo(201);
        assertThat(published.<String>path("phases[0].demands[0].deadline")).isEqualTo("2022-04-15");
        assertThat(obligations(published, "&code=PLAN&region=410100").<List<String>>path("items.deadline"))
                .containsExactly("2022-04-15");
        assertThat(obligations(published, "&code=SUMMARY_REPORT&region=410100").<List<String>>path("items.title"))
                .containsExactly("工作总结");
    }

    @Test
    void aFilingAfterItsPhaseIsPublishedOnceAPersonHasLookedAtIt() {
        Response draft = Drafts.read(Drafts.noticeNumbered(Drafts.number()).replace("于2021年10月31日前报", "于2021年11月5日前报"));
        assertThat(draft.<List<String>>path("reading.suspectedMisprints.kind")).contains("CONTRADICTION");
        assertThat(draft.<List<String>>path("obstacles.field")).containsExactly("phases[0].demands[0].deadline");
        assertThat(Drafts.publish(draft).statusCode()).isEqualTo(422);

        Response published = Drafts.publish(Drafts.put(draft, draft.path("campaign")));

        assertThat(published.statusCode()).isEqualTo(201);
        assertThat(obligations(published, "&code=PLAN&region=410100").<List<String>>path("items.deadline"))
                .containsExactly("2021-11-05");
        assertThat(Drafts.get(draft).<List<String>>path("reading.suspectedMisprints.kind"))
                .contains("CONTRADICTION");
    }

    @Test
    void twoWhoPublishAtOnceMakeOneCampaign() throws Exception {
        Response draft = Drafts.read(Drafts.noticeNumbered(Drafts.number()));
        long before = campaigns();
        // Read before: a response reads itself when it is first asked, and not for two who ask at once.
        draft.asByteArray();

        List<Response> answers = AtOnce.call(() -> Drafts.publish(draft), () -> Drafts.publish(draft));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 412);
        assertThat(campaigns()).isEqualTo(before + 1);
    }

    @Test
    void twoDraftsOfOneNumberPublishedAtOnceMakeOneCampaign() throws Exception {
        String number = Drafts.number();
        Response one = Drafts.read(Drafts.noticeNumbered(number));
        Response other = Drafts.read(Drafts.noticeNumbered(number));

        List<Response> answers = AtOnce.call(() -> Drafts.publish(one), () -> Drafts.publish(other));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void publishingNeedsTheVersionThatWasRead() {
        Response draft = Drafts.read(Drafts.noticeNumbered(Drafts.number()));

        as(PROVINCE).post(Drafts.path(draft) + "/publications").then().statusCode(428);
    }

    private static Response obligations(Response campaign, String filter) {
        return as(PROVINCE).get("/api/v1/obligations?total=true&campaignId=" + campaign.path("id") + filter);
    }

    private static long campaigns() {
        return as(PROVINCE).get("/api/v1/campaigns?limit=1&total=true").<Integer>path("total");
    }
}
