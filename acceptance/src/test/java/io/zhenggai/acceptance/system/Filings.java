package io.zhenggai.acceptance.system;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Plans and reports brought to where a test needs them, and what they say. */
public final class Filings {

    public static final String PLANS = "/api/v1/plans";
    public static final String REPORTS = "/api/v1/reports";
    public static final Map<String, Object> SUBMISSION = Map.of("documentNumber", "工改办〔2021〕15号", "signatory", "李主任");
    public static final Map<String, Object> ACCEPTANCE = Map.of("opinion", "同意");
    public static final Map<String, Object> PLAN_RETURN =
            Map.of("reasons", List.of(Map.of("section", "goals[0].tasks[0]", "reason", "措施不够具体，请细化时限和责任")));
    public static final Map<String, Object> REPORT_RETURN =
            Map.of("reasons", List.of(Map.of("part", "EXPERIENCE", "reason", "典型案例不够具体，请补充")));

    private Filings() {}

    /** A plan of one measure that answers the issues. */
    public static Map<String, Object> planContent(String text, List<String> issues) {
        return planContent(text, "2021-12-20", issues);
    }

    /** A plan of one measure that answers the issues by a day. */
    public static Map<String, Object> planContent(String text, String deadline, List<String> issues) {
        Map<String, Object> measure = Map.of(
                "text",
                text,
                "deadline",
                deadline,
                "leadUnit",
                "住建局",
                "cooperatingUnits",
                List.of("自然资源和规划局"),
                "responsiblePerson",
                "张建设",
                "issues",
                issues);
        Map<String, Object> task = Map.of("text", "优化施工许可办理流程", "measures", List.of(measure));
        return Map.of("goals", List.of(Map.of("text", "办理建筑许可环节、时间、成本持续压减", "tasks", List.of(task))));
    }

    public static Map<String, Object> reportContent(String practices) {
        return Map.of(
                "practices", practices,
                "problems", "台账问题已逐项整改销号。",
                "training", "组织专题培训，覆盖市直有关单位和县（市、区）。",
                "experience", "推行“一站式”联合验收，形成可复制推广的经验。",
                "nextSteps", "巩固整改成果，持续优化办理建筑许可营商环境。",
                "suggestions", List.of(Map.of("text", "建议加大省级层面数据共享力度")));
    }

    public static Thing draftPlan(Stage stage, String account, String text, List<String> issues) {
        return draft(stage, account, PLANS, planContent(text, issues));
    }

    public static Thing draftReport(Stage stage, String account, String practices) {
        return draft(stage, account, REPORTS, reportContent(practices));
    }

    /** The answer to a draft of that content, whatever it is. */
    public static Response attemptDraft(Stage stage, String account, String collection, Object content) {
        return attemptDraft(stage, account, collection, stage.campaign().id(), content);
    }

    private static Response attemptDraft(
            Stage stage, String account, String collection, String campaignId, Object content) {
        return stage.as(account)
                .body(Map.of("campaignId", campaignId, "content", content))
                .post(collection);
    }

    /** A draft for another campaign than that of all tests. */
    public static Thing draft(Stage stage, String account, String collection, String campaignId, Object content) {
        return Thing.created(stage, collection, attemptDraft(stage, account, collection, campaignId, content));
    }

    private static Thing draft(Stage stage, String account, String collection, Object content) {
        return Thing.created(stage, collection, attemptDraft(stage, account, collection, content));
    }
}
