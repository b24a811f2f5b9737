package io.zhenggai.issue.delivery;

import static io.zhenggai.issue.delivery.Deliveries.COMPLAINTS;
import static io.zhenggai.issue.delivery.Deliveries.PLATFORM;
import static io.zhenggai.issue.delivery.Deliveries.PROPOSALS;
import static io.zhenggai.issue.delivery.Deliveries.complaint;
import static io.zhenggai.issue.delivery.Deliveries.deliver;
import static io.zhenggai.issue.delivery.Deliveries.item;
import static io.zhenggai.issue.delivery.Deliveries.line;
import static io.zhenggai.issue.delivery.Deliveries.matter;
import static io.zhenggai.issue.delivery.Deliveries.proposed;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.IssueTopic.Heard;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits to be decided on of deliveries, over HTTP. */
@QuarkusTest
@OnRealServers
class SourceItemProposalResourceTest {

    private static final String CITY = "411500";
    private static final String OFFICE = "office:" + CITY;
    private static final String REASON = "{\"reason\": \"不是同一事项\"}";

    @Inject
    BusinessClock clock;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void acceptedItBecomesAnotherSourceItemOfTheIssue() {
        String matter = matter();
        String issue = deliver(COMPLAINTS, complaint(CITY, unique(), matter)).path("items[0].issueId");
        String again = complaint(CITY, unique(), matter);
        String id = deliver(COMPLAINTS, again).path("items[0].proposalId");

        Response accepted = decide(OFFICE, id, "acceptances", "");

        accepted.then()
                .statusCode(200)
                .header("ETag", containsString("\"1."))
                .body("status", equalTo("ACCEPTED"))
                .body("settledIn", equalTo(issue))
                .body("settledBy", not(nullValue()))
                .body("sourceItem.textReceived", nullValue());
        as(OFFICE)
                .get(ISSUES + issue)
                .then()
                .body("version", equalTo(1))
                .body("answersOwed", equalTo(2))
                .body("sourceItems", hasSize(2))
                .body("sourceItems[1].complainant.contact", equalTo("13800138000"));
        as(OFFICE).get(ISSUES + issue + "/history").then().body("action", contains("REGISTER", "ADD_SOURCE_ITEM"));
        assertThat(IssueTopic.eventsOf(issue, 2))
                .extracting(Heard::type)
                .containsExactly("issue.registered.v1", "issue.source-item-added.v1");
        deliver(COMPLAINTS, again)
                .then()
                .body("items[0].outcome", equalTo("ALREADY_REGISTERED"))
                .body("items[0].issueId", equalTo(issue));
    }

    @Test
    void refusedItIsAnIssueOfItsOwnOfWhoDeliveredIt() {
        String matter = matter();
        String issue = deliver(PLATFORM, line(CITY, unique(), "1", matter)).path("items[0].issueId");
        String again = line(CITY, unique(), "2", matter);
        String id = deliver(PLATFORM, again).path("items[0].proposalId");

        Response refused = decide("province", id, "refusals", REASON);

        refused.then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("reason", equalTo("不是同一事项"))
                .body("issue.id", equalTo(issue))
                .body("settledIn", not(equalTo(issue)));
        String own = refused.path("settledIn");
        as(PLATFORM)
                .get(ISSUES + own)
                .then()
                .statusCode(200)
                .body("registeredUnit", equalTo("approval-platform"))
                .body("description", equalTo(matter));
        as(OFFICE)
                .get(ISSUES + own + "/history")
                .then()
                .body("action", contains("REGISTER"))
                .body("[0].reason", equalTo("不是同一事项"));
        as(OFFICE).get(ISSUES + issue).then().body("version", equalTo(0));
        assertThat(IssueTopic.eventsOf(own, 1)).extracting(Heard::type).containsExactly("issue.registered.v1");
        deliver(PLATFORM, again)
                .then()
                .body("items[0].outcome", equalTo("ALREADY_REGISTERED"))
                .body("items[0].issueId", equalTo(own));
    }

    @ParameterizedTest
    @CsvSource({"acceptances,acceptances", "acceptances,refusals", "refusals,acceptances", "refusals,refusals"})
    void isDecidedOnOnce(String first, String second) {
        String id = proposed(PLATFORM, CITY);
        String tag = as(OFFICE).get(PROPOSALS + "/" + id).header("ETag");
        post(OFFICE, id, tag, first, REASON).then().statusCode(200);

        post(OFFICE, id, tag, second, REASON).then().statusCode(412);
        post(OFFICE, id, "*", second, REASON)
                .then()
                .statusCode(409)
                .body("type", containsString("conflict"))
                .body("detail", containsString("请勿重复办理"));
    }

    @Test
    void whatIsMergedMeanwhileGoesOnAsTheOther() {
        String matter = matter();
        String issue = deliver(PLATFORM, line(CITY, unique(), "1", matter)).path("items[0].issueId");
        String other = deliver(PLATFORM, line(CITY, unique(), "1", matter())).path("items[0].issueId");
        String id = deliver(PLATFORM, line(CITY, unique(), "2", matter)).path("items[0].proposalId");
        as("province")
                .header("If-Match", "*")
                .body("{\"into\": \"" + other + "\", \"reason\": \"同一事项\"}")
                .post(ISSUES + issue + "/merges")
                .then()
                .statusCode(200);

        as(OFFICE).get(PROPOSALS + "/" + id).then().body("issue.goesOnAs.status", equalTo("REGISTERED"));
        decide(OFFICE, id, "acceptances", "").then().statusCode(200).body("settledIn", equalTo(other));
        as(OFFICE).get(ISSUES + other).then().body("sourceItems", hasSize(3));
    }

    /** Who decides on a proposal has not seen that the same complaint, without a number, stands there already. */
    @Test
    void whatHasComeToTheIssueOnAnotherWayIsNotAddedOnceMore() {
        String matter = matter();
        String issue = deliver(COMPLAINTS, painPoint(matter, "2021-10-17")).path("items[0].issueId");
        String second = painPoint(matter, "2021-10-18");
        String id = deliver(COMPLAINTS, second).path("items[0].proposalId");
        String same = as(OFFICE).body(byHand(second)).post(ISSUES).path("id");
        as("province")
                .header("If-Match", "*")
                .body("{\"into\": \"" + issue + "\", \"reason\": \"同一事项\"}")
                .post(ISSUES + same + "/merges")
                .then()
                .statusCode(200);

        decide(OFFICE, id, "acceptances", "").then().statusCode(409).body("detail", containsString("已经登记"));

        as(OFFICE).get(ISSUES + issue).then().body("sourceItems", hasSize(2));
    }

    /** Which one goes on is read before it is locked: what has changed by then is seen, and nothing goes to an issue that was left. */
    @Test
    void whatIsUnmergedWhileItIsAcceptedIsReadAgain() throws Exception {
        String matter = matter();
        String issue = deliver(PLATFORM, line(CITY, unique(), "1", matter)).path("items[0].issueId");
        String other = deliver(PLATFORM, line(CITY, unique(), "1", matter())).path("items[0].issueId");
        String id = deliver(PLATFORM, line(CITY, unique(), "2", matter)).path("items[0].proposalId");
        as("province")
                .header("If-Match", "*")
                .body("{\"into\": \"" + other + "\", \"reason\": \"同一事项\"}")
                .post(ISSUES + issue + "/merges")
                .then()
                .statusCode(200);

        CompletableFuture<Response> accepted;
        try (Connection unmerging = dataSource.getConnection();
                Statement statement = unmerging.createStatement()) {
            unmerging.setAutoCommit(false);
            statement.execute("select id from issue where id = '" + other + "' for update");
            accepted = CompletableFuture.supplyAsync(() -> decide(OFFICE, id, "acceptances", ""));
            await().atMost(30, TimeUnit.SECONDS).until(() -> waitsForARow(statement));
            statement.execute(
                    "update issue set merged_into = null, status_before_merge = null, status = 'REGISTERED' where id = '"
                            + issue + "'");
            unmerging.commit();
            unmerging.setAutoCommit(true);
        }

        accepted.get(30, TimeUnit.SECONDS).then().statusCode(412);
        as(OFFICE).get(ISSUES + other).then().body("sourceItems", hasSize(1));
        decide(OFFICE, id, "acceptances", "").then().statusCode(200).body("settledIn", equalTo(issue));
    }

    private static boolean waitsForARow(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
            waiting.next();
            return waiting.getInt(1) > 0;
        }
    }

    @Test
    void whatIsToBeDecidedWaitsForTheOfficeAndTheProvince() {
        int before = waiting(OFFICE);
        int ofProvince = waiting("province");

        String id = proposed(PLATFORM, CITY);

        assertThat(waiting(OFFICE)).isEqualTo(before + 1);
        assertThat(waiting("province")).isEqualTo(ofProvince + 1);
        decide(OFFICE, id, "acceptances", "").then().statusCode(200);
        assertThat(waiting(OFFICE)).isEqualTo(before);
        as("system:complaints").get("/api/v1/my-work").then().body("others", hasSize(0));
    }

    private static int waiting(String account) {
        return as(account)
                .get("/api/v1/my-work")
                .path("others.find { it.matter == 'DECIDE_SOURCE_ITEM_PROPOSAL' }.count");
    }

    private static String painPoint(String matter, String dated) {
        return item(CITY, matter, "{\"source\": \"PUBLIC_PAIN_POINT\", \"dated\": \"" + dated + "\"}");
    }

    private static String byHand(String item) {
        return item.strip().replaceFirst("^\\{", "{\"campaignId\": \"" + OtherServices.CAMPAIGN_2021 + "\", ");
    }

    @Test
    void whatIsOverMeanwhileTakesNoMoreButRefusingStillWorks() {
        String matter = matter();
        String issue = deliver(PLATFORM, line(CITY, unique(), "1", matter)).path("items[0].issueId");
        String id = deliver(PLATFORM, line(CITY, unique(), "2", matter)).path("items[0].proposalId");
        as("province")
                .header("If-Match", "*")
                .body(REASON)
                .post(ISSUES + issue + "/rejections")
                .then()
                .statusCode(200);

        decide(OFFICE, id, "acceptances", "")
                .then()
                .statusCode(409)
                .body("detail", containsString("不予受理"))
                .body("detail", containsString("请不予采纳"));
        as(OFFICE).get(PROPOSALS + "/" + id).then().body("status", equalTo("PENDING"));
        decide(OFFICE, id, "refusals", REASON).then().statusCode(200);
    }

    @Test
    void refusingStillWorksWhenTheCampaignHasEnded() {
        String id = proposed(PLATFORM, CITY);
        clock.freezeAt(Instant.parse("2021-12-31T16:00:00Z"));

        decide(OFFICE, id, "refusals", REASON).then().statusCode(200);
    }

    @Test
    void whatIsRegisteredMeanwhileIsNotRegisteredTwice() {
        String matter = matter();
        deliver(PLATFORM, line(CITY, unique(), "1", matter)).then().statusCode(200);
        String document = unique();
        String id = deliver(PLATFORM, line(CITY, document, "2", matter)).path("items[0].proposalId");
        String registered = as(OFFICE)
                .body(byHand(line(CITY, document, "2", matter)))
                .post(ISSUES)
                .path("id");

        decide(OFFICE, id, "acceptances", "").then().statusCode(409).body("detail", containsString("已经登记"));
        decide(OFFICE, id, "refusals", REASON).then().statusCode(200).body("settledIn", equalTo(registered));
    }

    /** Whoever has registered it by hand may have left them out. */
    @Test
    void whoComplainedIsKeptWhereTheItemWasRegisteredMeanwhileWithoutThem() throws SQLException {
        String matter = matter();
        deliver(COMPLAINTS, complaint(CITY, unique(), matter)).then().statusCode(200);
        String number = unique();
        String id = deliver(COMPLAINTS, complaint(CITY, number, matter)).path("items[0].proposalId");
        String without = item(CITY, matter, """
                {"source": "MINI_PROGRAM", "documentNumber": "%s", "dated": "2021-10-18"}
                """.formatted(number));
        as(OFFICE).body(byHand(without)).post(ISSUES).then().statusCode(201);

        decide(OFFICE, id, "refusals", REASON).then().statusCode(200);

        as(OFFICE)
                .get(PROPOSALS + "/" + id)
                .then()
                .body("status", equalTo("REFUSED"))
                .body("sourceItem.complainant.name", equalTo("李建国"))
                .body("sourceItem.textReceived", equalTo("李某反映竣工验收跑了五趟"));
        assertThat(stored(id)).contains("text_received\":\"\\\\x").doesNotContain("李建国", "13800138000");
    }

    @ParameterizedTest
    @CsvSource({"office:411500,李建国,13800138000", "province,李**,138****"})
    void whoComplainedIsShownToTheOfficeAndMaskedToTheProvinceWhichIsOnRecord(
            String account, String name, String contact) throws SQLException {
        String id = proposed(COMPLAINTS, CITY);

        as(account)
                .get(PROPOSALS + "/" + id)
                .then()
                .statusCode(200)
                .body("sourceItem.complainant.name", equalTo(name))
                .body("sourceItem.complainant.contact", equalTo(contact))
                .body("sourceItem.answerOwedTo", equalTo(name))
                .body("sourceItem.textReceived", equalTo("李某反映竣工验收跑了五趟"));

        String whole = "answer_owed_to,complainant,text_received";
        assertThat(reads(account, id)).isEqualTo(account.equals("province") ? "text_received" : whole);
    }

    @Test
    void whoComplainedLiesNowhereOpenAndIsGoneOnceItIsDecided() throws SQLException {
        String id = proposed(COMPLAINTS, CITY);
        assertThat(stored(id)).contains("text_received\":\"\\\\x").doesNotContain("李建国", "13800138000", "五趟");

        decide(OFFICE, id, "acceptances", "").then().statusCode(200);

        assertThat(stored(id)).contains("\"text_received\":null", "\"answer_owed_to\":null", "\"complainant\":null");
        assertThat(recorded(id))
                .contains("hmac-sha256:", "PROPOSE", "ACCEPT")
                .doesNotContain("李建国", "13800138000", "五趟");
    }

    @Test
    void theListHasWhatIsPendingTheOldestFirstWithoutWhoComplained() throws SQLException {
        String first = proposed(COMPLAINTS, CITY);
        String second = proposed(COMPLAINTS, CITY);
        decide(OFFICE, second, "acceptances", "").then().statusCode(200);
        String third = proposed(COMPLAINTS, CITY);

        Response list = as(OFFICE).get(PROPOSALS + "?total=true&limit=200");

        list.then()
                .statusCode(200)
                .body("items.status", everyItem(equalTo("PENDING")))
                .body("items.id", hasItem(first))
                .body("items.id", not(hasItem(second)))
                .body("total", equalTo(list.jsonPath().getList("items").size()));
        assertThat(list.jsonPath().<String>getList("items.id")).isSorted().endsWith(third);
        assertThat(list.asString()).doesNotContain("李建国", "13800138000", "五趟");
        assertThat(reads(OFFICE, first)).isNull();
        as(OFFICE).get(PROPOSALS + "?status=ACCEPTED&limit=200").then().body("items.id", hasItem(second));
        as("province").get(PROPOSALS + "?city=410100").then().body("items.id", not(hasItem(first)));
    }

    @Test
    void theListHasPages() {
        proposed(PLATFORM, CITY);
        proposed(PLATFORM, CITY);

        Response page = as(OFFICE).get(PROPOSALS + "?limit=1");

        page.then().body("items", hasSize(1)).header("Link", containsString("rel=\"next\""));
        as(OFFICE)
                .get(PROPOSALS + "?limit=1&cursor=" + page.path("next"))
                .then()
                .statusCode(200)
                .body("items[0].id", not(equalTo(page.path("items[0].id"))));
        as(OFFICE)
                .get(PROPOSALS + "?limit=1&status=REFUSED&cursor=" + page.path("next"))
                .then()
                .statusCode(400);
    }

    @Test
    void isNotThereForAnotherRegion() {
        String id = proposed(PLATFORM, CITY);

        as("office:411700").get(PROPOSALS + "/" + id).then().statusCode(404);
        as("office:411700").get(PROPOSALS + "?limit=200").then().body("items.id", not(hasItem(id)));
        decide("office:411700", id, "acceptances", "").then().statusCode(404);
        decide("office:411700", id, "refusals", REASON).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"county:411502", "leader", PLATFORM, "member-unit:省住建厅"})
    void isForTheOfficeAndTheProvinceOnly(String account) {
        String id = proposed(PLATFORM, CITY);

        as(account).get(PROPOSALS).then().statusCode(403);
        as(account).get(PROPOSALS + "/" + id).then().statusCode(403);
        decide(account, id, "acceptances", "").then().statusCode(403);
        decide(account, id, "refusals", REASON).then().statusCode(403);
    }

    @Test
    void needsTheVersionThatWasReadAndAReason() {
        String id = proposed(PLATFORM, CITY);

        as(OFFICE).post(PROPOSALS + "/" + id + "/acceptances").then().statusCode(428);
        post(OFFICE, id, "\"7.2021-10-20\"", "acceptances", "").then().statusCode(412);
        decide(OFFICE, id, "refusals", "{}").then().statusCode(400).body("violations.field", contains("reason"));
        decide(OFFICE, UUID.randomUUID().toString(), "acceptances", "").then().statusCode(404);
        as(OFFICE).get(PROPOSALS + "?status=OPEN").then().statusCode(400);
    }

    private static Response decide(String account, String id, String action, String body) {
        return post(account, id, "*", action, body);
    }

    private static Response post(String account, String id, String tag, String action, String body) {
        String sent = action.equals("acceptances") ? "" : body;
        return as(account).header("If-Match", tag).body(sent).post(PROPOSALS + "/" + id + "/" + action);
    }

    private String stored(String id) throws SQLException {
        return asked("select row_to_json(one)::text from source_item_proposal one where id = ?", id);
    }

    private String recorded(String id) throws SQLException {
        return asked("select string_agg(entry, ' ') from history_entry where aggregate_id = ?", id);
    }

    private String reads(String person, String id) throws SQLException {
        return asked("""
                select string_agg(distinct split_part(data, '.', 2), ',' order by split_part(data, '.', 2))
                from personal_data_read where ? = any (owners) and person = '""" + person + "'", id);
    }

    private String asked(String sql, String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, UUID.fromString(id));
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }
}
