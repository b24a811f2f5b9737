package io.zhenggai.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From the register to the close-out, an issue of each source that section 二 of the notice names: handed down by the province or the city, handed
 * on by the city, rectified by a department, verified by whom the source names; with what is refused on the way.
 */
@ExtendWith(RunningSystem.class)
@Order(49)
class LifeOfEachSourceTest {

    private static final String CITY = "410700";
    private static final String OFFICE = "office:" + CITY;
    private static final String REVIEWER = OFFICE + ":2";
    private static final String LEAD = "department:" + CITY + ":住建局";
    private static final String COOPERATING = "department:" + CITY + ":自然资源和规划局";
    private static final String OWN_DEPARTMENT = "department:" + CITY + ":发改委";
    private static final String PROVINCE_REVIEWER = "province:2";

    /** The sources, as the campaign of 2021 has them. */
    private enum Source {
        EVALUATION(true, true),
        PUBLIC_PAIN_POINT(false, false),
        NATIONAL_CIRCULAR(true, true),
        PROVINCIAL_BRIEFING(true, true),
        SYSTEM_SCORECARD(true, true),
        HIDDEN_APPROVAL_CAMPAIGN(true, true),
        MINI_PROGRAM(true, false),
        SELF_INSPECTION(false, false),
        OTHER_SUPERVISION(false, true);

        private final boolean needsDocument;
        /** Where the province assigns. */
        private final boolean verifiedByProvince;

        Source(boolean needsDocument, boolean verifiedByProvince) {
            this.needsDocument = needsDocument;
            this.verifiedByProvince = verifiedByProvince;
        }

        /** 谁交办、谁验收: of these the city verifies what it has found and assigned itself. */
        private boolean isVerifiedByProvince(String by) {
            boolean byWhoAssigns = this == HIDDEN_APPROVAL_CAMPAIGN || this == OTHER_SUPERVISION;
            return verifiedByProvince && !(byWhoAssigns && by.equals(OFFICE));
        }

        private boolean isComplaint() {
            return this == PUBLIC_PAIN_POINT || this == MINI_PROGRAM;
        }
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void livesFromTheRegisterToTheCloseOut(Source source, Stage stage) {
        lives(source, "province", stage);
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void livesWhenTheCityRegistersAndAssignsIt(Source source, Stage stage) {
        lives(source, OFFICE, stage);
    }

    /** @param by who registers and assigns it */
    private static void lives(Source source, String by, Stage stage) {
        boolean verifiedByProvince = source.isVerifiedByProvince(by);
        Thing issue = registered(source, by, stage);
        handDown(issue, by);
        rectify(issue);
        requestCloseOut(issue);
        verify(source, verifiedByProvince, issue);

        Response closed = issue.read("province");
        assertThat(closed.<String>path("status")).isEqualTo("CLOSED");
        assertThat(closed.<String>path("verifier")).isEqualTo(verifiedByProvince ? "PROVINCE" : "CITY");
        assertThat(closed.<String>path("verifiedBy")).isEqualTo(verifiedByProvince ? "省工改办经办人二" : "新乡市工改办经办人二");
        assertThat(closed.<Integer>path("answersOwed")).isZero();
        assertThat(issue.history("province"))
                .extracting(entry -> entry.get("action"))
                .startsWith("REGISTER", "ASSIGN", "ACKNOWLEDGE", "ALLOT", "ACKNOWLEDGE", "ANALYSE_CAUSE", "RECTIFY")
                .endsWith("CLOSE");
        refuse(issue.attempt(LEAD, "progress-entries", Map.of("progress", "已完成")), 409);
    }

    private static Thing registered(Source source, String by, Stage stage) {
        Map<String, Object> issue = issue(source, stage);
        if (source != Source.SELF_INSPECTION) {
            assertField(stage.as(OWN_DEPARTMENT).body(issue).post(Issues.COLLECTION), "sourceItem.source");
        }
        if (source.needsDocument) {
            Map<String, Object> without = new HashMap<>(issue);
            without.put("sourceItem", Map.of("source", source.name()));
            assertField(stage.as(by).body(without).post(Issues.COLLECTION), "sourceItem.documentNumber");
        }
        Thing registered = Issues.register(stage, by, issue);
        Response again = stage.as(by).body(issue).post(Issues.COLLECTION);
        refuse(again, 409);
        assertThat(again.<String>path("detail"))
                .contains(registered.read("province").<String>path("ledgerNumber"));
        return registered;
    }

    private static Map<String, Object> issue(Source source, Stage stage) {
        Map<String, Object> item = new HashMap<>(Map.of(
                "source",
                source.name(),
                "documentNumber",
                "来文" + UUID.randomUUID(),
                "itemNumber",
                "1",
                "dated",
                "2021-10-12"));
        if (source.isComplaint()) {
            item.putAll(Map.of(
                    "answerOwedTo", "投诉人",
                    "answerDueOn", "2021-11-30",
                    "complainant", Map.of("name", "李建国", "contact", "13800138000")));
        }
        Map<String, Object> issue = new HashMap<>(Issues.selfInspected(stage, CITY, "竣工联合验收未统一受理"));
        issue.put("sourceItem", item);
        return issue;
    }

    private static void handDown(Thing issue, String by) {
        refuse(issue.attempt(LEAD, "acknowledgements"), 404);
        issue.act(by, "assignments", Issues.ASSIGNMENT);
        refuse(issue.attempt(OFFICE, "allotments", Map.of("leadUnit", "住建局")), 409);
        issue.act(OFFICE, "acknowledgements");
        issue.act(OFFICE, "allotments", Map.of("leadUnit", "住建局", "cooperatingUnits", List.of("自然资源和规划局")));
        refuse(issue.attempt(OFFICE, "acknowledgements"), 403);
        refuse(issue.attempt(COOPERATING, "acknowledgements"), 403);
        issue.act(LEAD, "acknowledgements");
    }

    private static void rectify(Thing issue) {
        refuse(issue.attempt(LEAD, "rectifications"), 422);
        issue.act(LEAD, "cause-analyses", Issues.ANALYSIS);
        refuse(issue.attempt(COOPERATING, "rectifications"), 403);
        issue.act(LEAD, "rectifications");
        issue.act(COOPERATING, "progress-entries", Map.of("progress", "已提供数据接口"));
    }

    private static void requestCloseOut(Thing issue) {
        assertField(issue.attempt(LEAD, "close-out-requests", Issues.CLOSE_OUT_REQUEST), "evidence");
        Response added = issue.upload(COOPERATING, "explanation.txt", "整改情况说明：已整改到位。");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        refuse(issue.attempt(COOPERATING, "close-out-requests", Issues.CLOSE_OUT_REQUEST), 403);
        issue.act(LEAD, "close-out-requests", Issues.CLOSE_OUT_REQUEST);
        refuse(issue.attempt(LEAD, "close-outs", Issues.OPINION), 403);
    }

    private static void verify(Source source, boolean byProvince, Thing issue) {
        if (byProvince) {
            refuse(issue.attempt(PROVINCE_REVIEWER, "close-outs", Issues.OPINION), 409);
            issue.act(OFFICE, "first-reviews", Issues.OPINION);
            refuse(issue.attempt(REVIEWER, "close-outs", Issues.OPINION), 403);
            issue.act(PROVINCE_REVIEWER, "close-outs", Issues.OPINION);
            return;
        }
        refuse(issue.attempt(OFFICE, "first-reviews", Issues.OPINION), 409);
        refuse(issue.attempt(PROVINCE_REVIEWER, "close-outs", Issues.OPINION), 403);
        Map<String, Object> closeOut = new HashMap<>(Issues.OPINION);
        if (source.isComplaint()) {
            assertField(issue.attempt(REVIEWER, "close-outs", closeOut), "sourceItems");
            String item = "source-items/" + issue.read(OFFICE).path("sourceItems[0].id");
            issue.act(OFFICE, item + "/answers", Map.of("answer", "已约定联合验收时间"));
            issue.act(OFFICE, item + "/call-backs", Map.of("result", "DISSATISFIED"));
            assertField(issue.attempt(REVIEWER, "close-outs", closeOut), "dissatisfactionExplained");
            closeOut.put("dissatisfactionExplained", "诉求超出政策范围，已解释");
        }
        issue.act(REVIEWER, "close-outs", closeOut);
    }

    private static void refuse(Response refused, int status) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
    }

    private static void assertField(Response refused, String field) {
        refuse(refused, 422);
        assertThat(refused.<List<String>>path("violations.field")).contains(field);
    }
}
