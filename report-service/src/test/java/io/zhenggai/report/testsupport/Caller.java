package io.zhenggai.report.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What somebody does with reports over HTTP. */
public record Caller(String account) {

    private static final String REPORTS = "/api/v1/reports";

    /** All five parts say something. */
    public static final Map<String, Object> FULL = Map.of(
            "practices", "加强组织领导，建立定期调度机制，整改提升行动有序开展。",
            "problems", "台账问题已逐项整改销号。",
            "training", "组织专题培训，覆盖市直有关单位和县（市、区）。",
            "experience", "推行“一站式”联合验收，形成可复制推广的经验。",
            "nextSteps", "巩固整改成果，持续优化办理建筑许可营商环境。",
            "suggestions", List.of(Map.of("text", "建议加大省级层面数据共享力度")));

    /** As a client that has read nothing yet. */
    public RequestSpecification request() {
        return given().auth().oauth2(Infrastructure.current().token(account)).contentType(ContentType.JSON);
    }

    /** Drafts the report of the own office. */
    public Response draft(UUID campaign, Map<String, Object> content) {
        return request()
                .body(Map.of("campaignId", campaign, "content", content))
                .post(REPORTS);
    }

    /** Reads one. */
    public Response read(String id) {
        return request().get(REPORTS + "/" + id);
    }

    /** Reads a part of one, or a list with that query. */
    public Response get(String rest) {
        return request().get(REPORTS + rest);
    }

    /** Replaces the content of what was read under that tag. */
    public Response revise(String id, String tag, Map<String, Object> content) {
        return request().header("If-Match", tag).body(content).put(REPORTS + "/" + id + "/content");
    }

    /** Submits what stands there now. */
    public Response submit(String id) {
        return act(id, "submissions", Map.of("documentNumber", "市工改办〔2021〕28号", "signatory", "李主任"));
    }

    /** Returns it because of the fourth part. */
    public Response giveBack(String id) {
        return act(id, "returns", Map.of("reasons", List.of(Map.of("part", "EXPERIENCE", "reason", "典型案例不够具体"))));
    }

    /** Accepts it. */
    public Response accept(String id) {
        return act(id, "acceptances", Map.of("opinion", "同意"));
    }

    /** Changes whatever stands there now. */
    public Response act(String id, String action, Map<String, Object> body) {
        return request().header("If-Match", "*").body(body).post(REPORTS + "/" + id + "/" + action);
    }
}
