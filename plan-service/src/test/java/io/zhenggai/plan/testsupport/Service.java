package io.zhenggai.plan.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do with the service over HTTP. */
public final class Service {

    public static final Map<String, Object> SUBMISSION =
            Map.of("documentNumber", "郑州市工改办〔2021〕15号", "signatory", "李主任");
    public static final Map<String, Object> RETURN =
            Map.of("reasons", List.of(Map.of("section", "goals[0].tasks[0]", "reason", "措施不够具体，请细化时限和责任")));
    public static final Map<String, Object> ACCEPTANCE = Map.of("opinion", "同意");

    private Service() {}

    /** A request of that demonstration account. */
    public static RequestSpecification as(String account) {
        return given().auth().oauth2(Infrastructure.current().token(account)).contentType(ContentType.JSON);
    }

    /** Drafts a plan with one measure for those issues, as acceptance clients do. */
    public static Response draft(String account, UUID campaignId, Object... issues) {
        return as(account)
                .body(Map.of("campaignId", campaignId.toString(), "content", content(issues)))
                .post("/api/v1/plans");
    }

    /** One goal, one task, one measure. */
    public static Map<String, Object> content(Object... issues) {
        Map<String, Object> measure = Map.of(
                "text", "推行联合审图、联合验收，压减办理时间",
                "deadline", "2021-12-20",
                "leadUnit", "住建局",
                "cooperatingUnits", List.of("自然资源和规划局"),
                "responsiblePerson", "张建设",
                "issues", List.of(issues));
        Map<String, Object> task = Map.of("text", "优化施工许可办理流程", "measures", List.of(measure));
        return Map.of("goals", List.of(Map.of("text", "办理建筑许可环节、时间、成本持续压减", "tasks", List.of(task))));
    }

    /** Changes a thing that was read or changed in that answer. */
    public static Response act(String account, Response last, String action, Object body) {
        return as(account)
                .header("If-Match", last.header("ETag"))
                .body(body)
                .post("/api/v1/plans/" + last.path("id") + "/" + action);
    }

    /** The one obligation of that code and debtor. */
    public static Response obligation(String account, UUID campaignId, String code, String region) {
        return as(account)
                .queryParam("campaignId", campaignId.toString())
                .queryParam("code", code)
                .queryParam("region", region)
                .get("/api/v1/obligations");
    }
}
