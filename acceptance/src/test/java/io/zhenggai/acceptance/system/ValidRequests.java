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
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One request that is well-formed and may be sent by its account, for every operation of the contract that changes something.
 * What becomes of it depends on the state of the thing; it is a start to break in some way, or to send by somebody else.
 */
public final class ValidRequests {

    /** Where a region's things are; empty where the test does without. */
    public record Things(
            String city,
            String issue,
            String evidence,
            String plan,
            String report,
            String contact,
            String draft,
            String lookBack,
            String supervision,
            String view) {}

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
        text(
                valid,
                "POST",
                "/api/v1/issue-imports/uploads",
                "?campaignId=" + campaign + "&dryRun=true",
                "text/csv",
                LedgerFile.of(things.city(), 2),
                office);
        String unknown = UUID.randomUUID().toString();
        none(valid, "POST", "/api/v1/issue-imports/{}/registrations", unknown, office);
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
        text(valid, "POST", "/api/v1/uploads", "?fileName=a.txt", "text/plain", "佐证", office);
        Map<String, Object> uploads =
                Map.of("evidence", List.of(Map.of("uploadId", UUID.randomUUID().toString(), "moment", "AFTER")));
        json(valid, "POST", "/api/v1/issues/{}/evidence/attachments", things.issue(), uploads, office);
        valid.put(
                "POST /api/v1/issues/{}/evidence/{}/withdrawals",
                new Valid(
                        office,
                        "POST",
                        "/api/v1/issues/" + things.issue() + "/evidence/" + things.evidence() + "/withdrawals",
                        "application/json",
                        Optional.of(Issues.REASON)));
        json(valid, "POST", "/api/v1/issues/on-the-spot", "", onTheSpot(stage, things.city(), uploads), office);
        json(valid, "POST", "/api/v1/issues/{}/close-out-requests", things.issue(), Issues.CLOSE_OUT_REQUEST, office);
        json(valid, "POST", "/api/v1/issues/{}/first-reviews", things.issue(), Issues.OPINION, office);
        json(valid, "POST", "/api/v1/issues/{}/close-outs", things.issue(), Issues.OPINION, office);
        json(valid, "POST", "/api/v1/issues/{}/returns", things.issue(), Issues.OPINION, office);
        laterLife(valid, things, campaign, office);
        views(valid, things, office);
        deliveries(valid, things, campaign, office);
        supervisions(valid, things, office);
        json(valid, "POST", LookBacks.COLLECTION, "", LookBacks.all(stage, campaign, things.city()), "province");
        json(
                valid,
                "POST",
                LookBacks.COLLECTION + "/{}/results",
                things.lookBack(),
                LookBacks.result(stage, things.issue(), "INCOMPLETE", Map.of("deadline", "2022-01-31")),
                "province");

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

        Map<String, Object> ranking =
                Map.of("campaignId", campaign, "title", "整改情况排名", "addressees", List.of(things.city()));
        json(valid, "POST", "/api/v1/figures/rankings", "", ranking, "province");

        Map<String, Object> contact =
                Map.of("region", things.city(), "post", "HEAD", "name", "李主任", "email", "head@offices.example");
        json(valid, "POST", "/api/v1/contacts", "", contact, office);
        json(valid, "PUT", "/api/v1/contacts/{}", things.contact(), contact, office);
        none(valid, "DELETE", "/api/v1/contacts/{}", things.contact(), office);
        return valid;
    }

    private static void deliveries(Map<String, Valid> valid, Things things, String campaign, String office) {
        json(
                valid,
                "POST",
                Deliveries.COLLECTION,
                "",
                Deliveries.of(campaign, things.city(), "办理时间过长"),
                Deliveries.PLATFORM);
        String proposal = UUID.randomUUID().toString();
        none(valid, "POST", Deliveries.PROPOSALS + "/{}/acceptances", proposal, office);
        json(valid, "POST", Deliveries.PROPOSALS + "/{}/refusals", proposal, Issues.REASON, office);
    }

    private static void supervisions(Map<String, Valid> valid, Things things, String office) {
        String one = Supervisions.COLLECTION + "/{}/";
        String id = things.supervision();
        json(valid, "POST", Supervisions.COLLECTION, "", Supervisions.slip(things.issue()), "province");
        json(valid, "PUT", one + "content", id, Supervisions.CONTENT, "province");
        none(valid, "POST", one + "signatures", id, "province");
        json(valid, "POST", one + "dismissals", id, Issues.REASON, "province");
        json(valid, "POST", one + "replies", id, Supervisions.REPLY, office);
        json(valid, "POST", one + "reply-acceptances", id, Issues.OPINION, "province");
        json(valid, "POST", one + "reply-returns", id, Issues.OPINION, "province");
    }

    private static void views(Map<String, Valid> valid, Things things, String office) {
        Map<String, Object> view = Views.of("逾期未结", things.city());
        json(valid, "POST", Views.COLLECTION, "", view, office);
        json(valid, "PUT", Views.COLLECTION + "/{}", things.view(), view, office);
        none(valid, "DELETE", Views.COLLECTION + "/{}", things.view(), office);
    }

    private static Map<String, Object> onTheSpot(Stage stage, String city, Map<String, Object> uploads) {
        Map<String, Object> body = new LinkedHashMap<>(uploads);
        Map<String, Object> issue = new LinkedHashMap<>(Issues.evaluated(stage, city, "窗口未放置办事指南"));
        issue.put("severity", "GENERAL");
        body.put("issue", issue);
        body.put("causeAnalysis", Issues.ANALYSIS);
        body.put("closeOut", Issues.CLOSE_OUT_REQUEST);
        return body;
    }

    private static void laterLife(Map<String, Valid> valid, Things things, String campaign, String office) {
        String request = "requests/" + UUID.randomUUID();
        String item = "source-items/" + UUID.randomUUID();
        Deeds deeds = new Deeds(valid, things.issue(), office);
        deeds.add("rejections", Issues.REASON);
        deeds.add("allotments", Map.of("leadUnit", "住建局"));
        deeds.add("corrections", Map.of("description", "办理时间过长", "reason", "录入有误"));
        deeds.add("progress-entries", Map.of("progress", "已完成流程梳理"));
        deeds.add("extension-requests", Map.of("deadline", "2021-12-31", "reason", "系统改造周期较长"));
        deeds.add("reassignment-requests", Issues.REASON);
        deeds.add(
                "long-term-requests",
                Map.of("stageGoal", "半数事项并联办理", "stageReviewOn", "2022-03-31", "reason", "需省级系统改造"));
        deeds.add("requests/{}/grants", request + "/grants", Optional.of(Issues.OPINION), office);
        deeds.add("requests/{}/refusals", request + "/refusals", Optional.of(Issues.OPINION), office);
        deeds.add("requests/{}/withdrawals", request + "/withdrawals", Optional.empty(), office);
        deeds.add("stage-reviews", Map.of("outcome", "RESUME", "opinion", "条件已具备", "deadline", "2021-12-31"));
        deeds.add("source-items", Map.of("source", "SELF_INSPECTION", "documentNumber", item));
        deeds.add("source-items/{}/answers", item + "/answers", Optional.of(Map.of("answer", "已整改到位")), office);
        deeds.add(
                "source-items/{}/call-backs", item + "/call-backs", Optional.of(Map.of("result", "SATISFIED")), office);
        deeds.add("merges", Map.of("into", UUID.randomUUID().toString(), "reason", "反映的是同一问题"));
        deeds.add("unmerges", Issues.REASON);
        deeds.add("splits", Map.of("regions", List.of(things.city())));
        Map<String, Object> revocation = Map.of("finding", "INCOMPLETE", "reason", "现场核查未到位", "deadline", "2022-01-31");
        deeds.add("close-out-revocations", "close-out-revocations", Optional.of(revocation), "province");
        Map<String, Object> carryOver = Map.of("campaignId", campaign, "deadline", "2021-12-31");
        deeds.add("carry-overs", "carry-overs", Optional.of(carryOver), "province");
        Map<String, Object> question = Map.of("campaignId", campaign, "region", things.city(), "description", "办理时间过长");
        json(valid, "POST", "/api/v1/issues/duplicates", "", question, office);
        Map<String, Object> assigned =
                Map.of("reference", "ZG2021-410100-9999", "version", 0, "deadline", "2021-12-31");
        json(valid, "POST", "/api/v1/issue-assignments", "", Map.of("items", List.of(assigned)), office);
        Map<String, Object> verified =
                Map.of("reference", "ZG2021-410100-9999", "version", 0, "decision", "RETURN", "opinion", "材料不全");
        json(valid, "POST", "/api/v1/issue-verifications", "", Map.of("items", List.of(verified)), office);
    }

    /** What is done to one issue, by somebody of its office where nobody else is named. */
    private record Deeds(Map<String, Valid> valid, String issue, String office) {

        void add(String action, Map<String, Object> body) {
            add(action, action, Optional.of(body), office);
        }

        void add(String template, String action, Optional<Object> body, String account) {
            valid.put(
                    "POST /api/v1/issues/{}/" + template,
                    new Valid(account, "POST", "/api/v1/issues/" + issue + "/" + action, "application/json", body));
        }
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
