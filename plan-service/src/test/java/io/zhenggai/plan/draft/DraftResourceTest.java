package io.zhenggai.plan.draft;

import static io.restassured.RestAssured.given;
import static io.zhenggai.plan.draft.Drafts.PROVINCE;
import static io.zhenggai.plan.testsupport.Service.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.notice.Notices;
import io.zhenggai.plan.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts that are read, shown and corrected; their publication has a test of its own. */
@QuarkusTest
@OnRealServers
class DraftResourceTest {

    @Inject
    BusinessClock clock;

    @BeforeEach
    void itIsTheDayOfPrinting() {
        clock.freezeAt(Instant.parse("2021-10-19T00:30:00Z"));
    }

    @Test
    void answersWithWhatWasReadAndWhatWouldBePublished() {
        Response draft = Drafts.read(Notices.of2021());

        assertThat(draft.statusCode()).isEqualTo(201);
        assertThat(draft.header("Location")).endsWith("/api/v1/campaign-drafts/" + draft.path("id"));
        assertThat(draft.header("ETag")).isEqualTo("\"0.2021-10-19\"");
        assertThat(draft.<String>path("status")).isEqualTo("OPEN");
        assertThat(draft.<String>path("campaign.documentNumber")).isEqualTo("豫工程改革办〔2021〕7号");
        assertThat(draft.<String>path("campaign.start")).isEqualTo("2021-10-19");
        assertThat(draft.<String>path("campaign.end")).isEqualTo("2021-12-31");
        assertThat(draft.<List<String>>path("campaign.phases.deadline"))
                .containsExactly("2021-10-31", "2021-11-30", "2021-12-31");
        assertThat(draft.<List<String>>path("campaign.sources.code"))
                .containsExactly(
                        "EVALUATION",
                        "PUBLIC_PAIN_POINT",
                        "NATIONAL_CIRCULAR",
                        "PROVINCIAL_BRIEFING",
                        "SYSTEM_SCORECARD",
                        "HIDDEN_APPROVAL_CAMPAIGN",
                        "MINI_PROGRAM",
                        "SELF_INSPECTION",
                        "OTHER_SUPERVISION");
        assertThat(draft.<List<?>>path("obstacles")).isEmpty();
        assertThat(draft.<List<?>>path("corrections")).isEmpty();
        assertThat(draft.<String>path("reading.end.sentence")).isEqualTo("本次整改提升行动自通知印发之日开展，12月底结束，具体安排如下：");
        assertThat(draft.<String>path("reading.phases[0].demands[0].mark")).isEqualTo("READ");
        assertThat(draft.<String>path("reading.phases[1].demands[4].mark")).isEqualTo("PROPOSED");
        assertThat(draft.<List<?>>path("reading.offices.value")).hasSize(18);
        assertThat(draft.<List<String>>path("reading.suspectedMisprints.message.zh"))
                .contains("“以促改”疑为“以评促改”，文中他处均写作后者");
    }

    @Test
    void isReadAgainAsItWasAnswered() {
        Response draft = Drafts.read(Notices.text("/notices/beishan-phases-to-follow.txt"));

        Response again = Drafts.get(draft);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<Map<String, Object>>path("$")).isEqualTo(draft.path("$"));
        assertThat(again.header("ETag")).isEqualTo(draft.header("ETag"));
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
        as(PROVINCE)
                .header("If-None-Match", again.header("ETag"))
                .get(Drafts.path(draft))
                .then()
                .statusCode(304);
    }

    @Test
    void keepsTheTextAsReceived() {
        String text = Notices.text("/notices/haixi-two-years.txt");
        Response draft = Drafts.read(text);

        Response kept = as(PROVINCE).get(Drafts.path(draft) + "/text");

        assertThat(kept.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(new String(kept.asByteArray(), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void saysWhatWasNotFoundAndWhatStandsInTheWay() {
        Response draft = Drafts.read("Dear all, please file your plans by 31 October.");

        assertThat(draft.statusCode()).isEqualTo(201);
        assertThat(draft.<List<String>>path("reading.notFound.field"))
                .contains("documentNumber", "title", "start", "end", "phases", "sources");
        assertThat(draft.<List<String>>path("obstacles.field"))
                .containsExactlyInAnyOrder("title", "issuingBody", "start", "end", "phases", "sources");
        assertThat(draft.<String>path("obstacles.find { it.field == 'phases' }.message.en"))
                .isEqualTo("needs one phase at least");
        assertThat(draft.<Map<String, Object>>path("campaign")).doesNotContainKeys("title", "start");
    }

    @Test
    void theProvinceAloneSeesThatThereAreDrafts() {
        Response draft = Drafts.read(Notices.of2021());
        for (String account : List.of(
                "office:410100", "county:410181", "department:410100:住建局", "leader", "auditor", "system:complaints")) {
            as(account).get("/api/v1/campaign-drafts").then().statusCode(403);
            as(account).get(Drafts.path(draft)).then().statusCode(403);
            as(account).get(Drafts.path(draft) + "/text").then().statusCode(403);
            as(account).get(Drafts.path(draft) + "/history").then().statusCode(403);
            as(account)
                    .header("If-Match", "*")
                    .body("{}")
                    .put(Drafts.path(draft))
                    .then()
                    .statusCode(403);
            as(account)
                    .header("If-Match", "*")
                    .post(Drafts.path(draft) + "/publications")
                    .then()
                    .statusCode(403);
            assertThat(Drafts.read(account, "通知").statusCode()).isEqualTo(403);
        }
        given().get("/api/v1/campaign-drafts").then().statusCode(401);
        given().contentType("text/plain")
                .body("通知")
                .post("/api/v1/campaign-drafts")
                .then()
                .statusCode(401);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirPlace() {
        // The first line happens to be UTF-8, too: 通知 is four bytes that mean two other characters.
        Response refused = Drafts.send("text/plain", "通知\n正文".getBytes(Charset.forName("GB18030")));

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].message", containsString("第 2 行（第 6 个字节）不是 UTF-8 编码"));
    }

    @Test
    void nothingAndMarkupAndControlCharactersAreRefused() {
        for (String text : List.of("", " \r\n\u3000", "<html><body>通知</body></html>", "通知\u0000")) {
            Drafts.read(text).then().statusCode(400).body("violations[0].field", equalTo("text"));
        }
    }

    @Test
    void onlyPlainTextInUtf8IsTaken() {
        byte[] text = "通知".getBytes(StandardCharsets.UTF_8);

        Drafts.send("text/plain;charset=utf-8", text).then().statusCode(201);
        Drafts.send("text/plain;charset=GB18030", text).then().statusCode(415);
        Drafts.send("text/html", text).then().statusCode(415);
        Drafts.send("application/json", text).then().statusCode(415);
        given().auth()
                .oauth2(Drafts.token())
                .noContentType()
                .post("/api/v1/campaign-drafts")
                .then()
                .statusCode(415);
    }

    @Test
    void aNoticeHasAnEnd() {
        String longest = "通".repeat(200_000);

        assertThat(Drafts.read(longest).statusCode()).isEqualTo(201);
        Drafts.read(longest + "知").then().statusCode(413).body("detail", containsString("200000"));
        assertThat(Drafts.send("text/plain", new byte[1_048_577]).statusCode()).isEqualTo(413);
    }

    @Test
    void aCorrectionStandsBesideTheReading() {
        Response draft = Drafts.read(Notices.text("/notices/beishan-phases-to-follow.txt"));
        Map<String, Object> campaign = draft.path("campaign");
        campaign.put("title", "2023年“回头看”行动");
        campaign.remove("printedOn");
        List<Map<String, Object>> phases = Drafts.list(campaign, "phases");
        phases.get(0).put("deadline", "2023-05-31");

        Response corrected = Drafts.put(draft, campaign);

        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(corrected.header("ETag")).isEqualTo("\"1.2021-10-19\"");
        assertThat(corrected.<String>path("title")).isEqualTo("2023年“回头看”行动");
        assertThat(corrected.<List<Map<String, Object>>>path("corrections"))
                .containsExactly(
                        Map.of("field", "phases[0].deadline", "corrected", "2023-05-31"),
                        Map.of("field", "printedOn", "read", "2023-03-10"),
                        Map.of("field", "title", "read", "2023年工程建设项目审批制度改革“回头看”工作", "corrected", "2023年“回头看”行动"));
        assertThat(corrected.<Map<String, Object>>path("reading")).isEqualTo(draft.path("reading"));
        assertThat(corrected.<List<String>>path("obstacles.field"))
                .containsExactlyInAnyOrder("phases[1].deadline", "phases[2].deadline", "sources");
    }

    @Test
    void aCorrectionNeedsTheVersionThatWasRead() {
        Response draft = Drafts.read(Notices.of2021());
        Map<String, Object> campaign = draft.path("campaign");

        as(PROVINCE).body(campaign).put(Drafts.path(draft)).then().statusCode(428);
        assertThat(Drafts.put(draft, campaign).statusCode()).isEqualTo(200);
        campaign.put("title", "另一标题");
        assertThat(Drafts.put(draft, campaign).statusCode()).isEqualTo(200);
        campaign.put("title", "第三个标题");
        as(PROVINCE)
                .header("If-Match", draft.header("ETag"))
                .body(campaign)
                .put(Drafts.path(draft))
                .then()
                .statusCode(412);
    }

    @Test
    void aCorrectionOfAnotherFormIsRefusedAndNothingIsStored() {
        Response draft = Drafts.read(Notices.of2021());
        Map<String, Object> wrong = Map.of(
                "{\"titel\": \"标题\"}",
                "titel",
                "{\"end\": \"2021-11-31\"}",
                "end",
                "{\"phases\": [{\"kind\": \"PARTY\"}]}",
                "phases[0].kind",
                "{\"phases\": [{\"demands\": [{\"code\": \"TEA\"}]}]}",
                "phases[0].demands[0].code",
                "{\"phases\": [null]}",
                "phases[0]",
                "{\"title\": \"" + "长".repeat(1_001) + "\"}",
                "title",
                "{\"addressees\": [\"a\\u0000\"]}",
                "addressees[0]");
        wrong.forEach((body, field) -> as(PROVINCE)
                .header("If-Match", draft.header("ETag"))
                .body(body)
                .put(Drafts.path(draft))
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString((String) field)));
        as(PROVINCE)
                .header("If-Match", draft.header("ETag"))
                .put(Drafts.path(draft))
                .then()
                .statusCode(400);

        assertThat(Drafts.get(draft).<Map<String, Object>>path("$")).isEqualTo(draft.path("$"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String path = "/api/v1/campaign-drafts/" + UUID.randomUUID();

        as(PROVINCE).get(path).then().statusCode(404);
        as(PROVINCE).get(path + "/text").then().statusCode(404);
        as(PROVINCE).get(path + "/history").then().statusCode(404);
        as(PROVINCE).body("{}").put(path).then().statusCode(404);
        as(PROVINCE).post(path + "/publications").then().statusCode(404);
        as(PROVINCE).get("/api/v1/campaign-drafts/not-an-id").then().statusCode(404);
    }

    @Test
    void tellsWhoChangedWhatAndWhen() {
        Response draft = Drafts.read(Notices.of2021());
        Map<String, Object> campaign = draft.path("campaign");
        campaign.put("end", "2022-01-31");
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        Drafts.put(draft, campaign);

        Response history = as(PROVINCE).get(Drafts.path(draft) + "/history");

        assertThat(history.<List<String>>path("action")).containsExactly("CREATE", "CORRECT");
        assertThat(history.<List<String>>path("at")).containsExactly("2021-10-19T00:30:00Z", "2021-10-20T01:00:00Z");
        assertThat(history.<List<String>>path("role")).containsOnly("province");
        assertThat(history.<Map<String, Object>>path("[1].changes"))
                .isEqualTo(Map.of("content.end", Map.of("from", "2021-12-31", "to", "2022-01-31")));
        assertThat(history.<String>path("[0].changes.'content.title'.to")).isEqualTo("2021年河南省办理建筑许可整改提升工作方案");
    }

    @Test
    void pagesThroughTheNewestFirst() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.add(0, Drafts.read("关于第" + i + "号的通知\n各市：\n请落实。").path("id"));
        }

        Response first = as(PROVINCE).get("/api/v1/campaign-drafts?limit=2&status=OPEN&total=true");
        Response second =
                as(PROVINCE).urlEncodingEnabled(false).get(first.header("Link").replaceAll("<(.*)>.*", "$1"));

        assertThat(first.<List<String>>path("items.id")).isEqualTo(sent.subList(0, 2));
        assertThat(second.<String>path("items[0].id")).isEqualTo(sent.get(2));
        assertThat(first.<Integer>path("total")).isGreaterThanOrEqualTo(3);
        assertThat(first.<Map<String, Object>>path("items[0]")).doesNotContainKeys("campaign", "reading");
        as(PROVINCE)
                .get("/api/v1/campaign-drafts?limit=2&cursor=" + first.path("next"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        as(PROVINCE).get("/api/v1/campaign-drafts?state=OPEN").then().statusCode(400);
        as(PROVINCE).get("/api/v1/campaign-drafts?status=LOST").then().statusCode(400);
        as(PROVINCE).get("/api/v1/campaign-drafts?limit=201").then().statusCode(400);
    }
}
