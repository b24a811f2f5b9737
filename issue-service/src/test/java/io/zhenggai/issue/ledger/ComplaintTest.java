package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.complaint;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.requested;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What enterprises and the public report: who complained, what they are answered, and what they say of it. */
@QuarkusTest
@OnRealServers
class ComplaintTest {

    private static final String CITY = "410400";
    private static final String OFFICE = "office:" + CITY;
    private static final String REVIEWER = OFFICE + ":2";
    private static final String SATISFIED = "{\"result\": \"SATISFIED\"}";

    @Inject
    BusinessClock clock;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @ParameterizedTest
    @CsvSource({
        "office:410400,李建国,13800138000,李某反映竣工验收跑了五趟",
        "province,李**,138****,李某反映竣工验收跑了五趟",
        "leader,李**,138****,",
        "auditor:410400,李**,138****,",
        "indicator-lead:410400:发改委,李**,138****,"
    })
    void whoComplainedIsShownToWhoHandlesTheIssueAndMaskedElsewhere(
            String account, String name, String contact, String text) {
        Response issue = complained();

        as(account)
                .get(ISSUES + issue.path("id"))
                .then()
                .statusCode(200)
                .body("sourceItems[0].complainant.name", equalTo(name))
                .body("sourceItems[0].complainant.contact", equalTo(contact))
                .body("sourceItems[0].answerOwedTo", equalTo(name))
                .body("sourceItems[0].textReceived", text == null ? nullValue() : equalTo(text));
    }

    @Test
    void whoComplainedLiesNowhereOpenAndIsToldNobody() throws Exception {
        Response issue = complained();
        String id = issue.path("id");
        issue = act(OFFICE, requested(issue, OFFICE), item(issue) + "/answers", "{\"answer\": \"李建国您好，已整改\"}");
        issue = act(OFFICE, issue, item(issue) + "/call-backs", SATISFIED);
        act(REVIEWER, issue, "close-outs", OPINION).then().statusCode(200);

        assertThat(as(OFFICE).get(ISSUES + id + "/history").asString())
                .contains("hmac-sha256:")
                .doesNotContain("李建国", "13800138000", "五趟");
        IssueTopic.eventsOf(id, 10)
                .forEach(event -> assertThat(event.json()).doesNotContain("李建国", "13800138000", "五趟"));
        assertThat(stored(id)).doesNotContain("李建国", "13800138000", "五趟");
    }

    @Test
    void whoIsShownItIsOnRecord() throws Exception {
        Response issue = complained();

        as("office:410400:7").get(ISSUES + issue.path("id")).then().statusCode(200);
        as("province:7").get(ISSUES + issue.path("id")).then().statusCode(200);

        assertThat(reads("office:410400:7", issue.path("id"))).isEqualTo("answer_owed_to,complainant,text_received");
        assertThat(reads("province:7", issue.path("id"))).isEqualTo("text_received");
    }

    @Test
    void aComplaintIsClosedOnlyAfterTheCallBack() {
        Response issue = requested(complained(), OFFICE);

        act(REVIEWER, issue, "close-outs", OPINION)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("sourceItems"))
                .body("violations[0].message", equalTo("投诉类问题须先回访再销号"));
        issue = act(OFFICE, issue, item(issue) + "/call-backs", SATISFIED);
        issue.then()
                .statusCode(200)
                .body("sourceItems[0].callBack", equalTo("SATISFIED"))
                .body("sourceItems[0].calledBackOn", equalTo("2021-10-20"));
        act(REVIEWER, issue, "close-outs", OPINION).then().statusCode(200).body("status", equalTo("CLOSED"));
    }

    @Test
    void whoIsDissatisfiedIsExplained() {
        Response issue = requested(complained(), OFFICE);
        issue = act(OFFICE, issue, item(issue) + "/call-backs", "{\"result\": \"DISSATISFIED\"}");

        act(REVIEWER, issue, "close-outs", OPINION)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("dissatisfactionExplained"));
        act(REVIEWER, issue, "close-outs", "{\"opinion\": \"同意\", \"dissatisfactionExplained\": \"诉求超出政策范围，已解释\"}")
                .then()
                .statusCode(200);
        as(OFFICE)
                .get(ISSUES + issue.path("id") + "/history")
                .then()
                .body("[-1].changes.dissatisfactionExplained.to", equalTo("诉求超出政策范围，已解释"));
    }

    @Test
    void theLatestCallBackCounts() {
        Response issue = requested(complained(), OFFICE);
        issue = act(OFFICE, issue, item(issue) + "/call-backs", "{\"result\": \"DISSATISFIED\"}");
        issue = act(OFFICE, issue, item(issue) + "/call-backs", "{\"result\": \"MOSTLY_SATISFIED\"}");

        act(REVIEWER, issue, "close-outs", OPINION).then().statusCode(200);
    }

    @Test
    void nobodyIsCalledBackOfWhatNobodyComplainedAboutNorBeforeItIsRectified() {
        Response issue = requested(register("province", CITY), OFFICE);
        Response complaint = complained();

        act(OFFICE, issue, item(issue) + "/call-backs", SATISFIED)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("sourceItemId"));
        act(OFFICE, complaint, item(complaint) + "/call-backs", SATISFIED)
                .then()
                .statusCode(409)
                .body("detail", equalTo("该问题当前为“已登记”，不能回访。"));
    }

    @Test
    void afterAReturnWhoComplainedIsCalledBackAnew() {
        Response issue = requested(complained(), OFFICE);
        issue = act(OFFICE, issue, item(issue) + "/call-backs", SATISFIED);
        issue = act(REVIEWER, issue, "returns", OPINION);
        issue.then().body("sourceItems[0].callBack", nullValue());
        issue = act(OFFICE, issue, "close-out-requests", CLOSE_OUT);

        act(REVIEWER, issue, "close-outs", OPINION).then().statusCode(422);
        issue = act(OFFICE, issue, item(issue) + "/call-backs", SATISFIED);
        act(REVIEWER, issue, "close-outs", OPINION).then().statusCode(200);
    }

    @Test
    void whoOnlyCooperatesSeesWhatWasSaidAndNotWhoSaidItAndAnswersNobody() {
        Response issue = requested(complained(), OFFICE);
        String cooperating = "department:410400:自然资源和规划局";

        as(cooperating)
                .get(ISSUES + issue.path("id"))
                .then()
                .statusCode(200)
                .body("sourceItems[0].complainant.name", equalTo("李**"))
                .body("sourceItems[0].answerOwedTo", equalTo("李**"))
                .body("sourceItems[0].textReceived", equalTo("李某反映竣工验收跑了五趟"));
        act(cooperating, issue, item(issue) + "/answers", "{\"answer\": \"已答复\"}")
                .then()
                .statusCode(403);
        as("department:410400:住建局")
                .get(ISSUES + issue.path("id"))
                .then()
                .body("sourceItems[0].complainant.name", equalTo("李建国"));
    }

    @Test
    void anAnswerIsOwedUntilItIsGivenAndTheLastOneStands() {
        Response issue = complained();
        issue.then()
                .body("answersOwed", equalTo(1))
                .body("answerDueOn", equalTo("2021-11-05"))
                .body("sourceItems[0].answerState", equalTo("OWED"));
        String answers = item(issue) + "/answers";

        issue = act(OFFICE, issue, answers, "{\"answer\": \"已约定联合验收时间\", \"answeredOn\": \"2021-10-19\"}");

        issue.then()
                .statusCode(200)
                .body("answersOwed", equalTo(0))
                .body("answerDueOn", nullValue())
                .body("sourceItems[0].answerState", equalTo("ANSWERED"))
                .body("sourceItems[0].answeredOn", equalTo("2021-10-19"))
                .body("sourceItems[0].answer", equalTo("已约定联合验收时间"));
        as("leader").get(ISSUES + issue.path("id")).then().body("sourceItems[0].answer", nullValue());
        act(OFFICE, issue, answers, "{\"answer\": \"更正后的答复\"}")
                .then()
                .statusCode(200)
                .body("sourceItems[0].answer", equalTo("更正后的答复"))
                .body("answersOwed", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"2021-10-17,422", "2021-10-18,200", "2021-10-20,200", "2021-10-21,422"})
    void anAnswerIsGivenBetweenTheComplaintAndToday(String day, int status) {
        Response issue = complained();

        act(OFFICE, issue, item(issue) + "/answers", "{\"answer\": \"已答复\", \"answeredOn\": \"" + day + "\"}")
                .then()
                .statusCode(status);
    }

    @Test
    void anotherComplaintAboutTheSameIsAnotherSourceItemAndIsTakenOnce() {
        Response issue = complained();
        String second = """
                {"source": "MINI_PROGRAM", "documentNumber": "%s", "dated": "2021-10-19", "answerOwedTo": "投诉人",
                 "answerDueOn": "2021-10-30"}
                """.formatted(unique());

        issue = act(OFFICE, issue, "source-items", second);

        issue.then()
                .statusCode(200)
                .body("sourceItems", hasSize(2))
                .body("answersOwed", equalTo(2))
                .body("answerDueOn", equalTo("2021-10-30"));
        act("province", issue, "source-items", second)
                .then()
                .statusCode(409)
                .body("detail", containsString(issue.path("ledgerNumber")));
    }

    @Test
    void aDueDateNamesWhoIsOwedTheAnswerAndDoesNotLieBeforeTheComplaint() {
        as("province")
                .body(complaint(CITY, unique())
                        .replace("\"answerOwedTo\": \"李建国\", ", "")
                        .replace("2021-11-05", "2021-10-17"))
                .post(ISSUES)
                .then()
                .statusCode(422)
                .body("violations.field", contains("sourceItem.answerOwedTo", "sourceItem.answerDueOn"));
    }

    private static Response complained() {
        Response registered =
                as("system:complaints").body(complaint(CITY, unique())).post(ISSUES);
        registered.then().statusCode(201);
        return as(OFFICE).get(ISSUES + registered.path("id"));
    }

    private static String item(Response issue) {
        return "source-items/" + issue.path("sourceItems[0].id");
    }

    private String stored(String issueId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select string_agg(item::text, ' ') from source_item item where issue_id = ?")) {
            read.setObject(1, UUID.fromString(issueId));
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    private String reads(String person, String issueId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement("""
                        select string_agg(distinct split_part(data, '.', 2), ',' order by split_part(data, '.', 2))
                        from personal_data_read where person = ? and ? = any (owners)
                        """)) {
            read.setString(1, person);
            read.setObject(2, UUID.fromString(issueId));
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }
}
