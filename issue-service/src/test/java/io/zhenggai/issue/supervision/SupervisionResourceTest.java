package io.zhenggai.issue.supervision;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.addEvidence;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.IssueTopic.Heard;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ladder over HTTP, with the runs that propose. */
@QuarkusTest
@OnRealServers
class SupervisionResourceTest {

    private static final String SUPERVISIONS = "/api/v1/supervisions/";
    private static final String CITY = "411400";
    private static final String OFFICE = "office:" + CITY;
    private static final String COUNTY = "411421";
    private static final String ELSEWHERE = "office:411300";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        on("2021-10-20");
        // Otherwise the test before, which may have ended on the day to which the next one goes, has had its run
        // already.
        runIsOver();
        OtherServices.campaign2021HasArrived();
    }

    /** Friday 2021-11-05 is missed; Monday is the first working day behind it. */
    @Test
    void isProposedSignedRepliedToAndAccepted() {
        Response issue = assigned("province", register("province", CITY), "2021-11-05");
        act(OFFICE, issue, "acknowledgements", "").then().statusCode(200);
        on("2021-11-08");
        Map<String, Object> proposed = proposed(issue, "PROMPT_LETTER");
        String id = (String) proposed.get("id");

        assertThat(proposed)
                .containsEntry("issuer", "410000")
                .containsEntry("cause", "DEADLINE_OVERDUE")
                .containsEntry("since", "2021-11-05")
                .containsEntry("proposedBy", "系统自动提出")
                .doesNotContainKeys("number", "replyBy");
        as(OFFICE).get(SUPERVISIONS + id).then().statusCode(404);
        Response signed = sign("province", id);
        signed.then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("signedBy", equalTo(signed.<String>path("signedBy")))
                .body("replyBy", equalTo("2021-11-15"))
                .body("body", containsString("2021年11月15日"))
                .body("addressees.region", contains(CITY));
        assertThat(signed.<String>path("number")).matches("豫工改提〔2021〕[1-9]\\d*号");

        Response replied = post(OFFICE, id, "replies", "{\"reply\": \"已完成流程梳理，预计11月底前整改到位\"}");
        replied.then().statusCode(200).body("addressees[0].status", equalTo("REPLIED"));
        post(OFFICE, id, "replies", "{\"reply\": \"再次回复\"}").then().statusCode(409);
        post("province", id, "reply-returns", OPINION)
                .then()
                .statusCode(200)
                .body("addressees[0].status", equalTo("RETURNED"))
                .body("addressees[0].returns", equalTo(1))
                .body("addressees[0].replyBy", equalTo("2021-11-11"));
        post(OFFICE, id, "replies", "{\"reply\": \"补充说明\"}").then().statusCode(200);
        post(OFFICE, id, "reply-acceptances", OPINION).then().statusCode(403);
        post("province", id, "reply-acceptances", OPINION)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("legalMoves", hasSize(0));
        List<Heard> heard = IssueTopic.eventsUntil("supervision", id, events -> events.size() >= 6);
        assertThat(heard)
                .extracting(Heard::type)
                .containsExactly(
                        "supervision.proposed.v1",
                        "supervision.signed.v1",
                        "supervision.replied.v1",
                        "supervision.reply-returned.v1",
                        "supervision.replied.v1",
                        "supervision.reply-accepted.v1");
        assertThat(heard).extracting(Heard::json).allSatisfy(json -> assertThat(json)
                .doesNotContain("整改到位", "流程梳理", "经办人"));
        assertThat(heard.get(1).state().path("replyBy").asText()).isEqualTo("2021-11-15");
        republish(id);
        List<Heard> again = IssueTopic.eventsUntil("supervision", id, events -> events.size() >= 7);
        assertThat(again.get(6).state()).isEqualTo(heard.get(5).state());
    }

    @Test
    void whatWaitsIsCountedForWhoeverHasTheNextStep() {
        Response issue = assigned("province", register("province", CITY), "2021-11-05");
        act(OFFICE, issue, "acknowledgements", "").then().statusCode(200);
        int toReply = waiting(OFFICE, "REPLY_TO_SUPERVISION");
        int toSettle = waiting("province", "SETTLE_SUPERVISION_REPLY");
        on("2021-11-08");
        String id = (String) proposed(issue, "PROMPT_LETTER").get("id");

        assertThat(waiting("province", "SIGN_SUPERVISION")).isPositive();
        assertThat(waiting(OFFICE, "REPLY_TO_SUPERVISION")).isEqualTo(toReply);
        sign("province", id).then().statusCode(200);
        assertThat(waiting(OFFICE, "REPLY_TO_SUPERVISION")).isEqualTo(toReply + 1);
        assertThat(waiting("province", "SETTLE_SUPERVISION_REPLY")).isEqualTo(toSettle);
        post(OFFICE, id, "replies", "{\"reply\": \"预计11月底前整改到位\"}").then().statusCode(200);
        assertThat(waiting(OFFICE, "REPLY_TO_SUPERVISION")).isEqualTo(toReply);
        assertThat(waiting("province", "SETTLE_SUPERVISION_REPLY")).isEqualTo(toSettle + 1);
        post("province", id, "reply-returns", OPINION).then().statusCode(200);
        assertThat(waiting(OFFICE, "REPLY_TO_SUPERVISION")).isEqualTo(toReply + 1);
        as("leader").get("/api/v1/my-work").then().body("others", hasSize(0));
        as("county:" + COUNTY).get("/api/v1/my-work").then().body("others.matter", contains("REPLY_TO_SUPERVISION"));
        as("department:" + CITY + ":住建局")
                .get("/api/v1/my-work")
                .then()
                .body("others.matter", contains("REPLY_TO_SUPERVISION"));
    }

    private static int waiting(String account, String matter) {
        return as(account).get("/api/v1/my-work").path("others.find { it.matter == '" + matter + "' }.count");
    }

    @Test
    void theNextStepTakesThePlaceOfTheOneBeforeAndAMovedDeadlineBeginsAnew() {
        Response issue = assigned("province", register("province", CITY), "2021-11-05");
        issue = act(OFFICE, issue, "acknowledgements", "");
        on("2021-11-08");
        String letter = (String) proposed(issue, "PROMPT_LETTER").get("id");
        on("2021-11-12");
        String slip = (String) proposed(issue, "SUPERVISION_SLIP").get("id");

        as("province")
                .get(SUPERVISIONS + letter)
                .then()
                .body("status", equalTo("LAPSED"))
                .body("droppedBy", equalTo("系统自动提出"));
        sign("province", letter).then().statusCode(409);
        post("province", slip, "dismissals", "{\"reason\": \"已当面督促\"}").then().statusCode(200);
        on("2021-11-15");
        runIsOver();
        assertThat(about(issue)).hasSize(2);
    }

    @Test
    void whatIsOverIsNotSigned() {
        Response issue = withEvidence();
        on("2021-11-08");
        String letter = (String) proposed(issue, "PROMPT_LETTER").get("id");
        issue = as("province").get("/api/v1/issues/" + issue.path("id"));
        issue = act(OFFICE, issue, "close-out-requests", CLOSE_OUT);
        issue = act(OFFICE + ":2", issue, "first-reviews", OPINION);
        act("province:2", issue, "close-outs", OPINION).then().statusCode(200);

        Response refused = sign("province", letter);

        assertThat(refused.statusCode()).isEqualTo(409);
        await().atMost(60, SECONDS)
                .until(() -> as("province").get(SUPERVISIONS + letter).path("status"), "LAPSED"::equals);
    }

    @Test
    void anOfficePromptsWhomItAssigned() {
        String county = "county:" + COUNTY;
        Response issue = assigned(OFFICE, registerOwnFinding(OFFICE, COUNTY), "2021-11-05");
        on("2021-11-08");
        Map<String, Object> proposed = proposed(issue, "PROMPT_LETTER");
        String id = (String) proposed.get("id");
        assertThat(proposed).containsEntry("issuer", CITY);
        as(county).get(SUPERVISIONS + id).then().statusCode(404);
        as(ELSEWHERE).get(SUPERVISIONS + id).then().statusCode(404);
        sign("province", id).then().statusCode(403);

        Response signed = sign(OFFICE, id);

        assertThat(signed.<String>path("number")).matches("商丘工改提〔2021〕[1-9]\\d*号");
        as(county).get(SUPERVISIONS + id).then().statusCode(200).body("addressees", hasSize(1));
        as("department:" + CITY + ":住建局").get(SUPERVISIONS + id).then().statusCode(404);
        as("county:411422").get(SUPERVISIONS + id).then().statusCode(404);
        as(ELSEWHERE).get(SUPERVISIONS + id).then().statusCode(404);
        post(ELSEWHERE, id, "replies", "{\"reply\": \"不相干\"}").then().statusCode(404);
        post(OFFICE, id, "replies", "{\"reply\": \"不相干\"}").then().statusCode(403);
        post(county, id, "replies", "{\"reply\": \"已签收\"}").then().statusCode(200);
        post(OFFICE, id, "reply-acceptances", OPINION).then().statusCode(200).body("status", equalTo("ACCEPTED"));
        draft(OFFICE, Map.of("kind", "CIRCULAR", "issues", List.of(number(issue))))
                .then()
                .statusCode(403);
    }

    @Test
    void aDraftByHandIsRevisedUntilItIsSigned() {
        Response issue = assigned("province", register("province", CITY), "2021-12-31");
        Response drafted = draft("province", Map.of("kind", "SUPERVISION_SLIP", "issues", List.of(number(issue))));
        drafted.then()
                .statusCode(201)
                .body("cause", nullValue())
                .body("body", containsString("商丘市工改办："))
                .body("replyWithin", equalTo(5));
        String id = drafted.path("id");

        as("province")
                .header("If-Match", drafted.header("ETag"))
                .body("{\"body\": \"请于【回复期限】前报告。\", \"replyWithin\": 1}")
                .put(SUPERVISIONS + id + "/content")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        sign("province", id)
                .then()
                .statusCode(200)
                .body("body", equalTo("请于2021年10月21日前报告。"))
                .body("replyBy", equalTo("2021-10-21"));
        as("province")
                .header("If-Match", "*")
                .body("{\"body\": \"再改\", \"replyWithin\": 1}")
                .put(SUPERVISIONS + id + "/content")
                .then()
                .statusCode(409)
                .body("legalMoves", contains("REPLY", "ACCEPT_REPLY", "RETURN_REPLY"));
        draft(OFFICE, Map.of("kind", "PROMPT_LETTER", "issues", List.of(number(issue))))
                .then()
                .statusCode(422)
                .body("violations.field", contains("issues"));
        draft(ELSEWHERE, Map.of("kind", "PROMPT_LETTER", "issues", List.of(number(issue))))
                .then()
                .statusCode(422)
                .body("violations.field", contains("issues[0]"));
        draft("province", Map.of("kind", "TALK")).then().statusCode(422).body("violations.field", contains("issues"));
    }

    @Test
    void aCircularNamesSeveralOfficesOfWhichEachRepliesAndSeesItsOwn() {
        Response here = assigned("province", register("province", CITY), "2021-12-31");
        Response there = assigned("province", register("province", "411300"), "2021-12-31");
        List<String> both = List.of(number(here), number(there));
        draft("province", Map.of("kind", "TALK", "issues", both)).then().statusCode(422);
        Response drafted = draft("province", Map.of("kind", "CIRCULAR", "issues", both));
        drafted.then().statusCode(201).body("addressees", hasSize(2)).body("issues", hasSize(2));
        String id = drafted.path("id");
        sign("province", id).then().statusCode(200);

        as(OFFICE)
                .get(SUPERVISIONS + id)
                .then()
                .body("addressees.region", contains(CITY))
                .body("issues.ledgerNumber", contains(number(here)));
        post(OFFICE, id, "replies", "{\"reply\": \"立即整改\"}").then().statusCode(200);
        as(ELSEWHERE).get(SUPERVISIONS + id).then().body("addressees.reply", hasSize(1));
        List<Map<String, Object>> addressees =
                as("province").get(SUPERVISIONS + id).path("addressees");
        int ordinal = addressees.stream()
                .filter(one -> one.get("region").equals(CITY))
                .map(one -> (Integer) one.get("ordinal"))
                .findFirst()
                .orElseThrow();
        post("province", id, "reply-acceptances", "{\"opinion\": \"同意\", \"addressee\": " + ordinal + "}")
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"));
        post("province", id, "reply-acceptances", "{\"opinion\": \"同意\", \"addressee\": " + (3 - ordinal) + "}")
                .then()
                .statusCode(409);
    }

    @Test
    void proposalsBecomePartOfACircularAndLapse() {
        Response issue = assigned("province", register("province", CITY), "2021-11-05");
        act(OFFICE, issue, "acknowledgements", "").then().statusCode(200);
        on("2021-11-19");
        String proposal = (String) proposed(issue, "CIRCULAR").get("id");

        Response drafted = draft("province", Map.of("kind", "CIRCULAR", "proposals", List.of(proposal)));

        drafted.then().statusCode(201).body("issues.ledgerNumber", contains(number(issue)));
        as("province")
                .get(SUPERVISIONS + proposal)
                .then()
                .body("status", equalTo("LAPSED"))
                .body("combinedInto", equalTo(drafted.path("id")));
        draft("province", Map.of("kind", "CIRCULAR", "proposals", List.of(proposal)))
                .then()
                .statusCode(409);
        draft(
                        "province",
                        Map.of(
                                "kind",
                                "CIRCULAR",
                                "proposals",
                                List.of(UUID.randomUUID().toString())))
                .then()
                .statusCode(422)
                .body("violations.field", contains("proposals[0]"));
    }

    @Test
    void aSlipThatIsNotRepliedToIsFollowedByATalk() {
        Response issue = assigned("province", register("province", CITY), "2021-12-31");
        act(OFFICE, issue, "acknowledgements", "").then().statusCode(200);
        String slip = draft("province", Map.of("kind", "SUPERVISION_SLIP", "issues", List.of(number(issue))))
                .path("id");
        sign("province", slip).then().body("replyBy", equalTo("2021-10-27"));
        on("2021-10-28");

        Map<String, Object> talk = proposed(issue, "TALK");

        assertThat(talk).containsEntry("cause", "NOT_REPLIED").containsEntry("since", "2021-10-27");
        post(OFFICE, slip, "replies", "{\"reply\": \"已整改\"}").then().statusCode(200);
        sign("province", (String) talk.get("id")).then().statusCode(409);
    }

    /** Whoever signs at the same time waits; a signature that is refused gives no number away. */
    @Test
    void numbersHaveNoGapsAndNoDoubles() throws Exception {
        on("2030-03-05");
        Response issue = as("province").get("/api/v1/issues/" + assignedLongAgo());
        List<String> drafts = IntStream.range(0, 6)
                .mapToObj(i -> draft("province", Map.of("kind", "TALK", "issues", List.of(number(issue))))
                        .<String>path("id"))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> signatures = drafts.stream()
                    .<Callable<Integer>>map(id -> () -> as("province")
                            .header("If-Match", drafts.indexOf(id) == 2 ? "\"7\"" : "*")
                            .post(SUPERVISIONS + id + "/signatures")
                            .statusCode())
                    .toList();
            for (Future<Integer> status : pool.invokeAll(signatures)) {
                assertThat(status.get()).isIn(200, 412);
            }
        } finally {
            pool.shutdown();
        }

        assertThat(drafts.stream()
                        .map(id -> as("province").get(SUPERVISIONS + id).<String>path("number"))
                        .filter(number -> number != null))
                .containsExactlyInAnyOrder(
                        "豫工改约〔2030〕1号", "豫工改约〔2030〕2号", "豫工改约〔2030〕3号", "豫工改约〔2030〕4号", "豫工改约〔2030〕5号");
    }

    @Test
    void aDepartmentIsAddressedOnceItLeads() {
        Response issue = assigned(OFFICE, registerOwnFinding(OFFICE, CITY), "2021-12-31");
        issue = act(OFFICE, issue, "acknowledgements", "");
        act(OFFICE, issue, "allotments", "{\"leadUnit\": \"住建局\"}").then().statusCode(200);
        String id = draft(OFFICE, Map.of("kind", "PROMPT_LETTER", "issues", List.of(number(issue))))
                .path("id");

        sign(OFFICE, id).then().statusCode(200).body("addressees.unit", contains("住建局"));
        as("department:" + CITY + ":住建局").get(SUPERVISIONS + id).then().statusCode(200);
        as("department:" + CITY + ":发改委").get(SUPERVISIONS + id).then().statusCode(404);
    }

    private static String assignedLongAgo() {
        return as("province").get("/api/v1/issues?limit=1").path("items[0].id");
    }

    private static Response withEvidence() {
        Response issue = assigned("province", register("province", CITY), "2021-11-05");
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        issue = act(OFFICE, issue, "rectifications", "");
        addEvidence(OFFICE, issue.path("id"), issue.header("ETag")).then().statusCode(201);
        return issue;
    }

    private static Response assigned(String by, Response registered, String deadline) {
        Response assigned = act(by, registered, "assignments", ASSIGNMENT.replace("2021-12-31", deadline));
        assigned.then().statusCode(200);
        return assigned;
    }

    private static String number(Response issue) {
        return issue.path("ledgerNumber");
    }

    private static List<Map<String, Object>> about(Response issue) {
        return as("province")
                .get(SUPERVISIONS + "?limit=50&issue=" + number(issue))
                .path("items");
    }

    private static Map<String, Object> proposed(Response issue, String kind) {
        Map<String, Object> found = new HashMap<>();
        await().atMost(60, SECONDS).until(() -> {
            about(issue).stream()
                    .filter(one ->
                            one.get("kind").equals(kind) && one.get("status").equals("PROPOSED"))
                    .forEach(found::putAll);
            return !found.isEmpty();
        });
        return found;
    }

    private void runIsOver() {
        await().atMost(60, SECONDS).until(() -> !proposals.isRunNeeded());
    }

    @Inject
    ProposalService proposals;

    private void on(String day) {
        clock.freezeAt(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static Response draft(String account, Map<String, Object> body) {
        return as(account).body(body).post(SUPERVISIONS);
    }

    private static Response sign(String account, String id) {
        return as(account).header("If-Match", "*").post(SUPERVISIONS + id + "/signatures");
    }

    private static Response post(String account, String id, String action, String body) {
        return as(account).header("If-Match", "*").body(body).post(SUPERVISIONS + id + "/" + action);
    }

    private static void republish(String id) {
        as("system:operations")
                .body(Map.of("aggregateType", "supervision", "from", id, "to", id, "reason", "a test"))
                .post("/admin/republish")
                .then()
                .statusCode(200)
                .body("published", equalTo(1));
    }
}
