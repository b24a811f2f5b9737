package io.zhenggai.issue.finding;

import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.requested;
import static io.zhenggai.issue.testsupport.Api.unique;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of issues: four of one document, at different steps of their lives. */
@QuarkusTest
@OnRealServers
class FindingResourceTest {

    private static final Instant NOW = Instant.parse("2021-10-20T01:00:00Z");
    private static final String DOCUMENT = "豫成绩单〔2021〕第 7 期 " + unique();

    /** By the words of the tests: of each the answer to its registration. */
    private static final Map<String, Response> KNOWN = new HashMap<>();

    @Inject
    BusinessClock clock;

    @BeforeEach
    void theLedgerHasFourOfTheDocument() throws Exception {
        clock.freezeAt(NOW);
        OtherServices.campaign2021HasArrived();
        if (KNOWN.isEmpty()) {
            registered("new", "1", "410181", "GENERAL");
            clock.freezeAt(NOW.plus(Duration.ofDays(1)));
            registered("pending", "2", "410200", "MAJOR");
            registered("closed", "3", "410300", "SERIOUS");
            clock.freezeAt(NOW.plus(Duration.ofDays(2)));
            registered("late", "4", "410200", "SERIOUS");
            Response issue = act("province", KNOWN.get("pending"), "assignments", "{\"deadline\": \"2021-10-28\"}");
            issue = act("office:410200", issue, "acknowledgements", "");
            issue = act("office:410200", issue, "cause-analyses", CAUSE);
            issue = act("office:410200", issue, "rectifications", "");
            issue = act("office:410200", issue, "progress-entries", "{\"progress\": \"已完成流程梳理\"}");
            act("office:410200", issue, "extension-requests", "{\"deadline\": \"2021-11-30\", \"reason\": \"涉及部门较多\"}")
                    .then()
                    .statusCode(200);
            issue = requested(KNOWN.get("closed"), "office:410300");
            issue = act("office:410300:2", issue, "first-reviews", OPINION);
            act("province", issue, "close-outs", OPINION).then().statusCode(200);
            act("province", KNOWN.get("late"), "assignments", "{\"deadline\": \"2021-10-22\"}")
                    .then()
                    .statusCode(200);
        }
        clock.freezeAt(NOW.plus(Duration.ofDays(3)));
    }

    private static void registered(String name, String item, String region, String severity) {
        Response registered = as("province")
                .body("""
                {"campaignId": "%s", "region": "%s", "description": "施工许可核发超过承诺时限", "category": "TIME", "severity": "%s",
                 "sourceItem": {"source": "SYSTEM_SCORECARD", "documentNumber": "%s", "itemNumber": "%s"}}
                """.formatted(CAMPAIGN_2021, region, severity, DOCUMENT, item))
                .post("/api/v1/issues");
        registered.then().statusCode(201);
        KNOWN.put(name, registered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| closed late new pending",
                "campaignId=01920000-0000-7000-8000-000000002021 | closed late new pending",
                "campaignId=01920000-0000-7000-8000-00000000ffff |",
                "city=410100 | new",
                "city=410100&city=410300 | closed new",
                "region=410181 | new",
                "region=410100 |",
                "status=REGISTERED | new",
                "status=REGISTERED&status=CLOSED | closed new",
                "source=SYSTEM_SCORECARD | closed late new pending",
                "source=MINI_PROGRAM |",
                "category=TIME&category=COST | closed late new pending",
                "severity=MAJOR | pending",
                "light=RED | late",
                "light=YELLOW | pending",
                "light=RED&light=YELLOW | late pending",
                "light=GREEN |",
                "overdue=true | late",
                "overdue=false | closed new pending",
                "verifier=PROVINCE | closed late pending",
                "pendingRequest=EXTENSION | pending",
                "pendingRequest=LONG_TERM |",
                "leadUnit=住建局 | closed pending",
                "leadUnit=住建局&severity=MAJOR | pending",
                "cooperatingUnit=自然资源和规划局 | closed pending",
                "cooperatingUnit=水利局 |",
                "registeredUnit=住建局 |",
                "responsiblePerson=张建设 | closed pending",
                "itemNumber=2 | pending",
                "itemNumber=2&itemNumber=４ | late pending",
                "itemNumber=5 |",
                "registeredFrom=2021-10-21 | closed late pending",
                "registeredTo=2021-10-21 | closed new pending",
                "registeredFrom=2021-10-21&registeredTo=2021-10-21 | closed pending",
                "assignedFrom=2021-10-22 | closed late pending",
                "assignedTo=2021-10-21 |",
                "acknowledgeByTo=2021-10-31 | closed late pending",
                "acknowledgedFrom=2021-10-22&acknowledgedTo=2021-10-22 | closed pending",
                "acknowledgedTo=2021-10-21 |",
                "progressFrom=2021-10-22&progressTo=2021-10-22 | pending",
                "progressFrom=2021-10-23 |",
                "deadlineFrom=2021-10-28&deadlineTo=2021-10-28 | pending",
                "dueTo=2021-12-31 | late pending",
                "stageReviewFrom=2021-10-01 |",
                "answerDueTo=2021-12-31 |",
                "closedFrom=2021-10-22&closedTo=2021-10-22 | closed",
                "closedTo=2021-10-21 |",
                "answersOwed=false | closed late new pending",
                "answersOwed=true |",
                "returned=false | closed late new pending",
                "extended=true |",
                "revoked=true |",
                "withEvidence=true | closed",
                "recurrence=true |",
                "carriedOver=false | closed late new pending",
                "mergedInto=01920000-0000-7000-8000-00000000ffff |",
                "recurrenceOf=01920000-0000-7000-8000-00000000ffff |",
                "splitFrom=01920000-0000-7000-8000-00000000ffff |",
                "number=ZG2021-4102 | late pending",
                "number=ZG | closed late new pending",
                "number=ZG2022 |",
            })
    void findsWhatHasAllThatIsAskedFor(@Nullable String query, @Nullable String expected) {
        Response list = list("total=true" + (query == null ? "" : "&" + query));

        list.then().statusCode(200);
        assertThat(names(list)).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
        assertThat(list.<Integer>path("total")).isEqualTo(names(list).size());
    }

    @Test
    void aDocumentIsFoundHoweverItsBlanksAndDigitsAreWritten() {
        String wide = DOCUMENT.replace(" ", "").replace('7', '７');

        Response list = as("province").queryParam("documentNumber", wide).get("/api/v1/issues");

        assertThat(names(list)).hasSize(4);
    }

    /** Every document has a first item. */
    @Test
    void anItemIsFoundByItsDocumentOnly() {
        as("province")
                .get("/api/v1/issues?itemNumber=2")
                .then()
                .statusCode(400)
                .body("violations.field", contains("documentNumber"));
    }

    @Test
    void aWholeNumberIsItsOwnBeginning() {
        String number = KNOWN.get("late").path("ledgerNumber");

        assertThat(names(list("number=" + number))).containsExactly("late");
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTERED_AT,, late closed pending new",
        "REGISTERED_AT, ASC, new pending closed late",
        "DEADLINE,, late pending closed new",
        "DEADLINE, DESC, closed pending late new",
        "CLOSED_AT,, closed late pending new",
        "CLOSED_AT, ASC, closed late pending new",
        "SEVERITY,, pending late closed new",
        "SEVERITY, ASC, new late closed pending",
        "LEDGER_NUMBER,, new pending late closed",
        "LEDGER_NUMBER, DESC, closed late pending new"
    })
    void isSortedAsAskedFor(String sort, @Nullable String direction, String expected) {
        String query = "sort=" + sort + (direction == null ? "" : "&direction=" + direction);

        assertThat(names(list(query))).containsExactly(expected.strip().split(" "));

        List<String> page = new ArrayList<>();
        Response next = list(query + "&limit=1");
        page.addAll(names(next));
        while (next.path("next") != null) {
            next = list(query + "&limit=1&cursor=" + next.path("next"));
            page.addAll(names(next));
        }
        assertThat(page).containsExactly(expected.strip().split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=CLOSED", "sort=DEADLINE", "direction=ASC", "light=RED"})
    void aCursorBelongsToItsFilterAndItsOrder(String another) {
        String cursor = list("limit=1").path("next");

        list("limit=1&cursor=" + cursor).then().statusCode(200);
        list("limit=1&cursor=" + cursor + "&" + another)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stauts=CLOSED | stauts",
                "status=closed | status",
                "status=CLOSED&status=CLOSED,OPEN | status",
                "status= | status",
                "campaignId=1 | campaignId",
                "city=郑州 | city[0]",
                "sort=NAME | sort",
                "direction=UP | direction",
                "number=41 | number",
                "number=ZG9 | number",
                "overdue=yes | overdue",
                "registeredFrom=20211031 | registeredFrom",
                "registeredFrom=2021-10-31&registeredTo=2021-10-30 | registeredTo",
                "closedFrom=2021-10-31&closedTo=2021-10-30 | closedTo",
                "acknowledgedFrom=2021-10-31&acknowledgedTo=2021-10-30 | acknowledgedTo",
                "progressFrom=2021-10-31&progressTo=2021-10-30 | progressTo",
            })
    void refusesWhatIsMisspelt(String query, String field) {
        list(query).then().statusCode(400).body("violations", hasSize(1)).body("violations[0].field", equalTo(field));
    }

    @Test
    void namesTheFiltersThatThereAre() {
        list("stauts=CLOSED").then().body("violations[0].message", containsString("registeredFrom"));
    }

    @Test
    void takesFiftyValuesAndNotOneMore() {
        list("region=410100".concat("&region=410100".repeat(49))).then().statusCode(200);
        list(String.join(
                        "&",
                        IntStream.range(0, 51)
                                .mapToObj(i -> "region=" + (410100 + i))
                                .toList()))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("region"));
    }

    @Test
    void anotherRegionsIssuesAreNotFoundByAnyFilter() {
        assertThat(names(listAs("office:410300", ""))).containsExactly("closed");
        assertThat(names(listAs("office:410300", "city=410200"))).isEmpty();
        assertThat(names(listAs("county:410181", ""))).containsExactly("new");
        assertThat(names(listAs("department:410200:住建局", ""))).containsExactly("pending");
        assertThat(names(listAs("department:410200:自然资源和规划局", "status=IN_RECTIFICATION")))
                .containsExactly("pending");
    }

    private static Response list(String query) {
        return listAs("province", query);
    }

    private static Response listAs(String account, String query) {
        return as(account)
                .queryParam("documentNumber", DOCUMENT)
                .get("/api/v1/issues" + (query.isEmpty() ? "" : "?" + query));
    }

    private static List<String> names(Response list) {
        Map<String, String> nameOf = new HashMap<>();
        KNOWN.forEach((name, registered) -> nameOf.put(registered.path("id"), name));
        return list.<List<String>>path("items.id").stream().map(nameOf::get).toList();
    }
}
