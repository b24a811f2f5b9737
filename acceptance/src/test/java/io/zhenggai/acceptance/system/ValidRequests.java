package io.zhenggai.acceptance.system;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.acceptance.client.LedgerFile;
import io.zhenggai.acceptance.client.Notice2021;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One request that is well-formed and may be sent by its account, for every operation of the contract that changes something.
 * What becomes of it depends on the state of the thing; it is a start to break in some way, or to send by somebody else.
 */
public final class ValidRequests {

    /** Where a region's things are; empty where the test does without. */
    public record Things(
            String city, String issue, String evidence, String plan, String report, String contact, String draft) {}

    /**
     * One request.
     *
     * @param account who may send it
     * @param body a map for JSON, bytes for anything else, empty for none
     */
    public record Valid(String account, String method, String path, String contentType, Optional<Object> body) {

        public boolean isJson() {
            return body.filter(Map.class::isInstance).isPresent();
        }

        /** Sends it by whomever, changed in some way. */
        public Response send(Stage stage, String by, UnaryOperator<RequestSpecification> change) {
            RequestSpecification request = stage.as(by).header("If-Match", "*").contentType(contentType);
            body.ifPresent(content -> {
                if (content instanceof byte[] bytes) {
                    request.body(bytes);
                } else {
                    request.body(content);
                }
            });
            return change.apply(request).request(method, path);
        }
    }

    private ValidRequests() {}

    /** @return the requests by the name of their operation */
    public static Map<String, Valid> on(Stage stage, Things things) {
        String campaign = stage.campaign().id();
        String office = "office:" + things.city();
        Map<String, Valid> valid = new LinkedHashMap<>();
        text(valid, "POST", "/api/v1/campaign-drafts", "text/plain", Notice2021.text(), "province");
        json(valid, "PUT", "/api/v1/campaign-drafts/{}", things.draft(), draftContent(stage), "province");
        none(valid, "POST", "/api/v1/campaign-drafts/{}/publications", things.draft(), "province");

        json(valid, "POST", "/api/v1/issues", "", Issues.evaluated(stage, things.city(), "办理时间过长"), office);
        text(
                valid,
                "POST",
                "/api/v1/issue-imports",
                "?campaignId=" + campaign,
                "text/csv",
                LedgerFile.of(things.city(), 2),
                office);
        json(valid, "POST", "/api/v1/issues/{}/assignments", things.issue(), Issues.ASSIGNMENT, "province");
        none(valid, "POST", "/api/v1/issues/{}/acknowledgements", things.issue(), office);
        json(valid, "POST", "/api/v1/issues/{}/cause-analyses", things.issue(), Issues.ANALYSIS, office);
        none(valid, "POST", "/api/v1/issues/{}/rectifications", things.issue(), office);
        text(
                valid,
                "POST",
                "/api/v1/issues/{}/evidence",
                things.issue(),
                "?fileName=a.txt",
                "text/plain",
                "佐证",
                office);
        json(valid, "POST", "/api/v1/issues/{}/close-out-requests", things.issue(), Issues.CLOSE_OUT_REQUEST, office);
        json(valid, "POST", "/api/v1/issues/{}/first-reviews", things.issue(), Issues.OPINION, office);
        json(valid, "POST", "/api/v1/issues/{}/close-outs", things.issue(), Issues.OPINION, office);
        json(valid, "POST", "/api/v1/issues/{}/returns", things.issue(), Issues.OPINION, office);

        Map<String, Object> plan = Filings.planContent("推行联合审图", List.of());
        json(valid, "POST", "/api/v1/plans", "", Map.of("campaignId", campaign, "content", plan), office);
        json(valid, "PUT", "/api/v1/plans/{}/content", things.plan(), plan, office);
        json(valid, "POST", "/api/v1/plans/{}/submissions", things.plan(), Filings.SUBMISSION, office);
        json(valid, "POST", "/api/v1/plans/{}/returns", things.plan(), Filings.PLAN_RETURN, "province");
        json(valid, "POST", "/api/v1/plans/{}/acceptances", things.plan(), Filings.ACCEPTANCE, "province");
        Map<String, Object> session =
                Training.session(stage, "SPECIAL_TRAINING", "2021-10-19", "专题培训", Optional.empty());
        json(valid, "POST", "/api/v1/training-sessions", "", session, office);

        Map<String, Object> report = Filings.reportContent("开展情况和主要做法");
        json(valid, "POST", "/api/v1/reports", "", Map.of("campaignId", campaign, "content", report), office);
        json(valid, "PUT", "/api/v1/reports/{}/content", things.report(), report, office);
        json(valid, "POST", "/api/v1/reports/{}/submissions", things.report(), Filings.SUBMISSION, office);
        json(valid, "POST", "/api/v1/reports/{}/returns", things.report(), Filings.REPORT_RETURN, "province");
        json(valid, "POST", "/api/v1/reports/{}/acceptances", things.report(), Filings.ACCEPTANCE, "province");

        Map<String, Object> contact =
                Map.of("region", things.city(), "post", "HEAD", "name", "李主任", "email", "head@offices.example");
        json(valid, "POST", "/api/v1/contacts", "", contact, office);
        json(valid, "PUT", "/api/v1/contacts/{}", things.contact(), contact, office);
        none(valid, "DELETE", "/api/v1/contacts/{}", things.contact(), office);
        return valid;
    }

    /** What the notice was read as, corrected by nobody. */
    private static Map<String, Object> draftContent(Stage stage) {
        return stage.campaign().draft().jsonPath().getMap("campaign");
    }

    private static void json(
            Map<String, Valid> valid, String method, String path, String id, Map<String, Object> body, String account) {
        valid.put(
                method + " " + path,
                new Valid(account, method, path.replace("{}", id), "application/json", Optional.of(body)));
    }

    private static void none(Map<String, Valid> valid, String method, String path, String id, String account) {
        valid.put(
                method + " " + path,
                new Valid(account, method, path.replace("{}", id), "application/json", Optional.empty()));
    }

    private static void text(
            Map<String, Valid> valid, String method, String path, String type, String text, String account) {
        text(valid, method, path, "", "", type, text, account);
    }

    private static void text(
            Map<String, Valid> valid,
            String method,
            String path,
            String query,
            String type,
            String text,
            String account) {
        text(valid, method, path, "", query, type, text, account);
    }

    private static void text(
            Map<String, Valid> valid,
            String method,
            String path,
            String id,
            String query,
            String type,
            String text,
            String account) {
        Object bytes = text.getBytes(StandardCharsets.UTF_8);
        valid.put(
                method + " " + path,
                new Valid(account, method, path.replace("{}", id) + query, type, Optional.of(bytes)));
    }
}
