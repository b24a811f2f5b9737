package io.zhenggai.issue.testsupport;

import static io.restassured.RestAssured.given;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The service's API, as its clients call it. */
public final class Api {

    public static final String ISSUES = "/api/v1/issues/";
    public static final String CAUSE = """
            {"causeAnalysis": "信息未共享", "rectificationGoal": "压减办理时间", "leadUnit": "住建局",
             "cooperatingUnits": ["自然资源和规划局"], "responsiblePerson": "张建设"}
            """;
    public static final String CLOSE_OUT =
            "{\"result\": \"已整改到位\", \"lastingMechanism\": \"建立定期调度机制\", \"pledgeOfTruth\": true}";
    public static final String OPINION = "{\"opinion\": \"整改到位，同意\"}";
    public static final String ASSIGNMENT = "{\"deadline\": \"2021-12-31\"}";

    private Api() {}

    /** @return a request of an account, with JSON */
    public static RequestSpecification as(String account) {
        return given().auth().oauth2(Infrastructure.current().token(account)).contentType(ContentType.JSON);
    }

    /** @return the answer to a registration from the scorecard, of an item never registered before */
    public static Response register(String account, String region) {
        return as(account).body(scorecardItem(region, unique())).post(ISSUES);
    }

    /** @return the answer to a registration of what was found by self-inspection, in words never used before */
    public static Response registerOwnFinding(String account, String region) {
        return as(account).body(ownFinding(region, "自查发现" + unique())).post(ISSUES);
    }

    public static String scorecardItem(String region, String document) {
        return """
                {"campaignId": "%s", "region": "%s", "description": "施工许可核发超过承诺时限",
                 "category": "TIME", "severity": "GENERAL",
                 "sourceItem": {"source": "SYSTEM_SCORECARD", "documentNumber": "%s", "itemNumber": "3",
                   "dated": "2021-10-18", "textReceived": "第3项：施工许可平均用时超过承诺时限"}}
                """.formatted(CAMPAIGN_2021, region, document);
    }

    public static String ownFinding(String region, String description) {
        return """
                {"campaignId": "%s", "region": "%s", "description": "%s", "category": "TIME", "severity": "GENERAL",
                 "sourceItem": {"source": "SELF_INSPECTION"}}
                """.formatted(CAMPAIGN_2021, region, description);
    }

    /** @return what a complaints platform registers, of somebody who waits for an answer */
    public static String complaint(String region, String number) {
        return """
                {"campaignId": "%s", "region": "%s", "description": "竣工验收需多次跑动", "category": "SERVICE", "severity": "GENERAL",
                 "sourceItem": {"source": "MINI_PROGRAM", "documentNumber": "%s", "dated": "2021-10-18",
                   "textReceived": "李某反映竣工验收跑了五趟", "answerOwedTo": "李建国", "answerDueOn": "2021-11-05",
                   "complainant": {"name": "李建国", "contact": "13800138000"}}}
                """.formatted(CAMPAIGN_2021, region, number);
    }

    /** Brings an issue that was registered by anybody to where its close-out is requested by the office. */
    public static Response requested(Response registered, String office) {
        Response issue = act("province", registered, "assignments", ASSIGNMENT);
        issue = act(office, issue, "acknowledgements", "");
        issue = act(office, issue, "cause-analyses", CAUSE);
        issue = act(office, issue, "rectifications", "");
        Response evidence = addEvidence(office, issue.path("id"), issue.header("ETag"));
        return act(office, issue.path("id"), evidence.header("ETag"), "close-out-requests", CLOSE_OUT);
    }

    /** Posts to a sub-resource with the tag of the answer before. */
    public static Response act(String account, Response before, String action, String body) {
        return act(account, before.path("id"), before.header("ETag"), action, body);
    }

    public static Response act(String account, String id, String tag, String action, String body) {
        return as(account).header("If-Match", tag).body(body).post(ISSUES + id + "/" + action);
    }

    public static Response addEvidence(String account, String id, String tag) {
        return upload(account, id, tag, "说明.txt", "text/plain", "已整改到位".getBytes(StandardCharsets.UTF_8));
    }

    public static Response upload(
            String account, String id, String tag, String fileName, String mediaType, byte[] content) {
        return as(account)
                .header("If-Match", tag)
                .contentType(mediaType)
                .queryParam("fileName", fileName)
                .body(content)
                .post(ISSUES + id + "/evidence");
    }

    /** @return the id of a text that was uploaded to be evidence later */
    public static String uploaded(String account, String content) {
        return uploaded(account, "说明.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    /** @return the id of a file that was uploaded to be evidence later */
    public static String uploaded(String account, String fileName, String mediaType, byte[] content) {
        Response upload = as(account)
                .contentType(mediaType)
                .queryParam("fileName", fileName)
                .body(content)
                .post("/api/v1/uploads");
        upload.then().statusCode(201);
        return upload.path("id");
    }

    /** An issue of the city itself on its way: registered by its office, found by self-inspection, with evidence. */
    public static Response withEvidence(String city) {
        String office = "office:" + city;
        Response issue = registerOwnFinding(office, city);
        issue = act(office, issue, "assignments", ASSIGNMENT);
        issue = act(office, issue, "acknowledgements", "");
        issue = act(office, issue, "cause-analyses", CAUSE);
        issue = act(office, issue, "rectifications", "");
        addEvidence(office, issue.path("id"), issue.header("ETag")).then().statusCode(201);
        return as(office).get(ISSUES + issue.path("id"));
    }

    public static String unique() {
        return UUID.randomUUID().toString();
    }
}
