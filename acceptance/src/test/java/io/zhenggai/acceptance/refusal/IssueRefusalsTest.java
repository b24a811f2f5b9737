package io.zhenggai.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Issues.Way;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An issue does only what its status allows; what is refused changes nothing, and says what would be allowed. */
@ExtendWith(RunningSystem.class)
@Order(50)
class IssueRefusalsTest {

    private static final String CITY = "410500";
    private static final String OFFICE = "office:" + CITY;

    /** What may be done as long as an issue is not over. */
    private static final List<String> ALWAYS = List.of("CORRECT", "ADD_SOURCE_ITEM", "SPLIT");

    /** Every move, by somebody who may make it. */
    private enum Move {
        ASSIGN("province", "assignments", Issues.ASSIGNMENT),
        ACKNOWLEDGE(OFFICE, "acknowledgements"),
        ANALYSE_CAUSE(OFFICE, "cause-analyses", Issues.ANALYSIS),
        RECTIFY(OFFICE, "rectifications"),
        ADD_EVIDENCE(OFFICE, "evidence"),
        REQUEST_CLOSE_OUT(OFFICE, "close-out-requests", Issues.CLOSE_OUT_REQUEST),
        FIRST_REVIEW(OFFICE + ":2", "first-reviews", Issues.OPINION),
        CLOSE(OFFICE + ":2", "close-outs", Issues.OPINION),
        RETURN(OFFICE + ":2", "returns", Issues.OPINION),
        REJECT("province", "rejections", Issues.REASON),
        ALLOT(OFFICE, "allotments", Map.of("leadUnit", "住建局")),
        REPORT_PROGRESS(OFFICE, "progress-entries", Map.of("progress", "已完成流程梳理")),
        REQUEST_REASSIGNMENT(OFFICE, "reassignment-requests", Issues.REASON),
        REQUEST_EXTENSION(OFFICE, "extension-requests", Map.of("deadline", "2021-12-31", "reason", "周期较长")),
        REQUEST_LONG_TERM(OFFICE, "long-term-requests", Issues.LONG_TERM_REQUEST),
        REVIEW_STAGE(
                OFFICE, "stage-reviews", Map.of("outcome", "RESUME", "opinion", "条件已具备", "deadline", "2021-12-31")),
        REVOKE_CLOSE_OUT(
                "province",
                "close-out-revocations",
                Map.of("finding", "INCOMPLETE", "reason", "现场核查未到位", "deadline", "2022-01-31")),
        CORRECT("province", "corrections", Map.of("severity", "GENERAL", "reason", "录入有误")),
        ADD_SOURCE_ITEM("province", "source-items", Map.of("source", "EVALUATION", "documentNumber", "通报9")),
        SPLIT("province", "splits", Map.of("regions", List.of("410600"))),
        UNMERGE("province", "unmerges", Issues.REASON);

        private final String account;
        private final String action;
        private final Optional<Map<String, Object>> body;

        Move(String account, String action) {
            this(account, action, Optional.empty());
        }

        Move(String account, String action, Map<String, Object> body) {
            this(account, action, Optional.of(body));
        }

        Move(String account, String action, Optional<Map<String, Object>> body) {
            this.account = account;
            this.action = action;
            this.body = body;
        }

        Response attempt(Thing issue) {
            if (this == ADD_EVIDENCE) {
                return issue.upload(account, "evidence.txt", "佐证材料");
            }
            return body.map(content -> issue.attempt(account, action, content))
                    .orElseGet(() -> issue.attempt(account, action));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BY_PROVINCE, REGISTERED, ASSIGN REJECT MERGE",
        "BY_PROVINCE, ASSIGNED, ACKNOWLEDGE REQUEST_REASSIGNMENT REQUEST_EXTENSION MERGE",
        "BY_PROVINCE, ACKNOWLEDGED, ALLOT REQUEST_REASSIGNMENT ANALYSE_CAUSE RECTIFY REQUEST_EXTENSION MERGE",
        "BY_PROVINCE, IN_RECTIFICATION, ANALYSE_CAUSE REPORT_PROGRESS ADD_EVIDENCE REQUEST_EXTENSION REQUEST_LONG_TERM"
                + " REQUEST_CLOSE_OUT MERGE",
        "BY_PROVINCE, CLOSE_OUT_REQUESTED, FIRST_REVIEW RETURN",
        "BY_PROVINCE, FIRST_REVIEWED, CLOSE RETURN",
        "BY_PROVINCE, CLOSED, REVOKE_CLOSE_OUT",
        "BY_CITY, CLOSE_OUT_REQUESTED, CLOSE RETURN",
        "BY_CITY, CLOSED, REVOKE_CLOSE_OUT",
    })
    void allowsWhatItsStatusAllowsAndNothingElse(Way way, String status, String allowed, Stage stage) {
        List<String> legal = new ArrayList<>(List.of(allowed.split(" ")));
        if (!status.equals("CLOSED")) {
            legal.addAll(ALWAYS);
        }
        allowsNothingElse(Issues.at(stage, status, way, CITY), status, legal);
    }

    @ParameterizedTest
    @CsvSource({
        "LONG_TERM, REPORT_PROGRESS REVIEW_STAGE CORRECT ADD_SOURCE_ITEM SPLIT",
        "REJECTED, ASSIGN",
        "MERGED, UNMERGE",
    })
    void besideTheWayItAllowsNothingElseEither(String status, String allowed, Stage stage) {
        allowsNothingElse(Issues.beside(stage, status, CITY), status, List.of(allowed.split(" ")));
    }

    private static void allowsNothingElse(Thing issue, String status, List<String> legal) {
        Response before = issue.read("province");
        int acts = issue.history("province").size();

        assertThat(before.<List<String>>path("legalMoves")).containsExactlyInAnyOrderElementsOf(legal);
        for (Move move : Move.values()) {
            if (!legal.contains(move.name())) {
                Response refused = move.attempt(issue);

                assertThat(refused.statusCode())
                        .as("%s in %s: %s", move, status, refused.asString())
                        .isEqualTo(409);
                assertThat(refused.<String>path("type")).isEqualTo("https://zhenggai.io/problems/illegal-transition");
                assertThat(refused.<String>path("currentStatus")).isEqualTo(status);
                assertThat(refused.<List<String>>path("legalMoves")).containsExactlyInAnyOrderElementsOf(legal);
                assertThat(refused.<String>path("detail")).matches(".*\\p{IsHan}.*");
            }
        }
        assertThat(issue.read("province").asString()).isEqualTo(before.asString());
        assertThat(issue.history("province")).hasSize(acts);
    }

    @Test
    void nobodyReviewsTheirOwnRequest(Stage stage) {
        Thing byCity = Issues.at(stage, "CLOSE_OUT_REQUESTED", Way.BY_CITY, CITY);
        Thing byProvince = Issues.at(stage, "CLOSE_OUT_REQUESTED", Way.BY_PROVINCE, CITY);

        assertRefusedAsOwn(byCity.attempt(OFFICE, "close-outs", Issues.OPINION));
        assertRefusedAsOwn(byCity.attempt(OFFICE, "returns", Issues.OPINION));
        assertRefusedAsOwn(byProvince.attempt(OFFICE, "first-reviews", Issues.OPINION));
        assertThat(byCity.read(OFFICE).<String>path("status")).isEqualTo("CLOSE_OUT_REQUESTED");
    }

    @Test
    void theCityDoesNotVerifyWhatTheProvinceVerifies(Stage stage) {
        Thing issue = Issues.at(stage, "FIRST_REVIEWED", Way.BY_PROVINCE, CITY);

        assertThat(issue.attempt(OFFICE + ":3", "close-outs", Issues.OPINION).statusCode())
                .isEqualTo(403);
        assertThat(issue.read(OFFICE).<String>path("status")).isEqualTo("FIRST_REVIEWED");
    }

    @Test
    void rectificationNeedsACauseAndCloseOutNeedsEvidence(Stage stage) {
        Thing acknowledged = Issues.at(stage, "ACKNOWLEDGED", Way.BY_CITY, CITY);
        Thing rectified = Issues.at(stage, "IN_RECTIFICATION", Way.BY_CITY, CITY);

        assertThat(acknowledged.attempt(OFFICE, "rectifications").statusCode()).isEqualTo(422);
        Response withoutEvidence = rectified.attempt(OFFICE, "close-out-requests", Issues.CLOSE_OUT_REQUEST);
        assertThat(withoutEvidence.statusCode()).isEqualTo(422);
        assertThat(withoutEvidence.<String>path("violations[0].field")).isEqualTo("evidence");
        Response withoutPledge = rectified.attempt(
                OFFICE,
                "close-out-requests",
                Map.of("result", "已整改", "lastingMechanism", "无需", "pledgeOfTruth", false));
        assertThat(withoutPledge.statusCode()).isEqualTo(400);
        assertThat(withoutPledge.<String>path("violations[0].field")).isEqualTo("pledgeOfTruth");
    }

    @Test
    void theRectificationEndsWithinTheCampaignAndNotBeforeToday(Stage stage) {
        Thing issue = Issues.at(stage, "REGISTERED", Way.BY_CITY, CITY);
        String yesterday = stage.now().toLocalDate().minusDays(1).toString();

        for (String deadline : List.of("2022-01-01", yesterday)) {
            Response refused = issue.attempt("province", "assignments", Map.of("deadline", deadline));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.<String>path("violations[0].field")).isEqualTo("deadline");
        }
        issue.act("province", "assignments", Map.of("deadline", "2021-12-31"));
    }

    private static void assertRefusedAsOwn(Response refused) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
        assertThat(refused.<String>path("detail")).contains("本人");
    }
}
