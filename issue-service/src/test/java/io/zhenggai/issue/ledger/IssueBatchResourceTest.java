package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.IssueTopic;
import io.zhenggai.issue.testsupport.IssueTopic.Heard;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same done to many issues at once, over HTTP. */
@QuarkusTest
@OnRealServers
class IssueBatchResourceTest {

    private static final String CITY = "410800";
    private static final String OFFICE = "office:" + CITY;
    private static final String ASSIGNMENTS = "/api/v1/issue-assignments";
    private static final String VERIFICATIONS = "/api/v1/issue-verifications";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void eachIsAssignedOrRefusedByItself() {
        Response first = register("province", CITY);
        Response second = register("province", CITY);
        Response third = register("province", CITY);
        Response foreign = register("province", "410900");

        Response answer = as(OFFICE)
                .body(batch(
                        item(first.path("ledgerNumber"), 0, "\"deadline\": \"2021-12-31\""),
                        item(second.path("id"), 7, "\"deadline\": \"2021-12-31\""),
                        item(foreign.path("id"), 0, "\"deadline\": \"2021-12-31\""),
                        item(third.path("id"), 0, "\"deadline\": \"2022-01-01\""),
                        item(first.path("id"), 0, "\"deadline\": \"2021-11-30\""),
                        item("ZG2021-410800-999999", 0, "\"deadline\": \"2021-12-31\"")))
                .post(ASSIGNMENTS);

        answer.then()
                .statusCode(200)
                .body("done", equalTo(1))
                .body("refused", equalTo(5))
                .body("items[0].issue.status", equalTo("ASSIGNED"))
                .body("items[0].issue.version", equalTo(1))
                .body("items[0].problem", nullValue())
                .body("items.problem.status", contains(412, 404, 422, 409, 404))
                .body("items[3].problem.violations[0].field", equalTo("items[3].deadline"))
                .body("items[3].problem.violations[0]", not(hasKey("row")))
                .body("items[3].problem.detail", containsString("业务规则"));
        assertThat(IssueTopic.eventsOf(first.path("id"), 2))
                .extracting(Heard::type)
                .containsExactly("issue.registered.v1", "issue.assigned.v1");
        for (Response refused : new Response[] {second, third}) {
            as(OFFICE)
                    .get(ISSUES + refused.path("id"))
                    .then()
                    .body("version", equalTo(0))
                    .body("status", equalTo("REGISTERED"));
        }
        as(OFFICE)
                .get(ISSUES + first.path("id") + "/history")
                .then()
                .body("action", contains("REGISTER", "ASSIGN"))
                .body("[1].changes.deadline.to", equalTo("2021-12-31"));
    }

    @Test
    void reviewsOfAllKindsAreDoneTogether() {
        Response reviewed = requested(register("province", CITY), OFFICE);
        Response returned = requested(register("province", CITY), OFFICE);
        Response closed = requested(register("province", CITY), OFFICE);

        as(OFFICE + ":2")
                .header("Accept-Language", "en")
                .body(batch(decided(reviewed, "FIRST_REVIEW"), decided(returned, "RETURN"), decided(closed, "CLOSE")))
                .post(VERIFICATIONS)
                .then()
                .statusCode(200)
                .body("items[0].issue.status", equalTo("FIRST_REVIEWED"))
                .body("items[1].issue.status", equalTo("IN_RECTIFICATION"))
                .body("items[1].issue.returns", equalTo(1))
                .body("items[2].problem.status", equalTo(409))
                .body("items[2].problem.title", equalTo("The present state does not allow this"))
                .body("items[2].problem.legalMoves", hasItem("FIRST_REVIEW"));
        as(OFFICE).get(ISSUES + returned.path("id") + "/history").then().body("[-1].reason", equalTo("批量审核"));
    }

    @Test
    void twoHundredAreTakenAtOnceAndNotOneMore() {
        String absent = item(UUID.randomUUID().toString(), 0, "\"deadline\": \"2021-12-31\"");

        as("province")
                .body(batch(IntStream.range(0, 200).mapToObj(i -> absent).toArray(String[]::new)))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(200)
                .body("refused", equalTo(200));
        as("province")
                .body(batch(IntStream.range(0, 201).mapToObj(i -> absent).toArray(String[]::new)))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("items"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};items",
                "{\"items\": []};items",
                "{\"items\": 1};items",
                "{\"items\": [{\"reference\": \"x\", \"reference\": \"x\"}]};items[0].reference"
            })
    void withoutItemsOrBrokenItIsRefusedAsAWhole(String body, String field) {
        as("province").body(body).post(ASSIGNMENTS).then().statusCode(400).body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null;items[0]",
                "5;items[0]",
                "[];items[0]",
                "{};items[0].reference",
                "{\"reference\": \"x\", \"version\": 0};items[0].deadline",
                "{\"reference\": \"x\", \"version\": 0, \"deadline\": \"2021-02-30\"};items[0].deadline",
                "{\"reference\": \"x\", \"version\": 0, \"deadlin\": \"2021-12-31\"};items[0].deadlin",
                "{\"reference\": \"x\", \"version\": 0, \"deadline\": \"2021-12-31\", \"verifier\": \"COUNTY\"};items[0].verifier",
                "{\"reference\": \"x\", \"version\": -1, \"deadline\": \"2021-12-31\"};items[0].version",
                "{\"reference\": \"x\", \"version\": 1000000001, \"deadline\": \"2021-12-31\"};items[0].version",
                "{\"reference\": \"x\", \"version\": 99999999999999999999, \"deadline\": \"2021-12-31\"};items[0].version",
                "{\"reference\": \"x\", \"deadline\": \"2021-12-31\"};items[0].version"
            })
    void anItemThatIsNotValidKeepsNobodyElseBack(String item, String field) {
        Response good = register("province", CITY);

        as(OFFICE)
                .body(batch(item, item(good.path("ledgerNumber"), 0, "\"deadline\": \"2021-12-31\"")))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(200)
                .body("done", equalTo(1))
                .body("items[0].reference", nullValue())
                .body("items[0].problem.status", equalTo(400))
                .body("items[0].problem.violations.field", hasItem(field))
                .body("items[1].issue.status", equalTo("ASSIGNED"));
    }

    private static String decided(Response issue, String decision) {
        return item(
                issue.path("id"),
                issue.<Integer>path("version"),
                "\"decision\": \"" + decision + "\", \"opinion\": \"批量审核\"");
    }

    private static String item(String reference, int version, String rest) {
        return "{\"reference\": \"" + reference + "\", \"version\": " + version + ", " + rest + "}";
    }

    private static String batch(String... items) {
        return Stream.of(items).collect(Collectors.joining(", ", "{\"items\": [", "]}"));
    }
}
