package io.zhenggai.report.figures;

import static io.restassured.RestAssured.given;
import static io.zhenggai.report.testsupport.Ledger.assertRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.IssueState;
import io.zhenggai.report.testsupport.Ledger;
import io.zhenggai.report.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each figure counts. */
@QuarkusTest
@OnRealServers
class FiguresResourceTest {

    private static final LocalDate DUE = LocalDate.of(2021, 11, 10);
    private static final String CITY = "410100";

    @Inject
    BusinessClock clock;

    private Ledger ledger;

    @BeforeEach
    void connect() throws Exception {
        ledger = new Ledger();
        // 2021-11-10, 23:59 in Henan.
        clock.freezeAt(Instant.parse("2021-11-10T15:59:59Z"));
    }

    @AfterEach
    void disconnect() {
        ledger.close();
    }

    @Test
    void countsByTheDefinitions() throws Exception {
        ledger.tell(
                ledger.issue(CITY),
                ledger.issue(CITY).dueOn(DUE),
                ledger.issue(CITY).dueOn(DUE.minusDays(1)).returned(2),
                ledger.issue(CITY).dueOn(DUE).requestedOn(DUE),
                ledger.issue(CITY).dueOn(DUE.minusDays(5)).closedOn(DUE.minusDays(5)),
                ledger.issue(CITY).dueOn(DUE.minusDays(5)).closedOn(DUE.minusDays(4)),
                ledger.issue(CITY).from("SELF_INSPECTION"));

        JsonPath figures = ledger.awaitTotal(7);

        assertThat(figures.getInt("total.closed")).isEqualTo(2);
        assertRate(figures, "total.closingRate", 2, 7, 286);
        assertThat(figures.getInt("total.openOverdue")).isEqualTo(1);
        assertThat(figures.getInt("total.closedLate")).isEqualTo(1);
        assertThat(figures.getInt("total.overdue")).isEqualTo(2);
        assertRate(figures, "total.overdueRate", 2, 5, 400);
        assertRate(figures, "total.returnRate", 1, 4, 250);
        assertRate(figures, "total.repeatRate", 0, 2, 0);
        assertThat(figures.getInt("total.daysToClose.totalDays")).isEqualTo(16 + 17);
        assertThat(figures.getInt("total.daysToClose.tenthsOfDay")).isEqualTo(165);
        assertThat(figures.getInt("total.daysToClose.medianTenthsOfDay")).isEqualTo(165);
        assertThat(figures.getInt("total.outOfRanking")).isEqualTo(1);
        assertThat(figures.getString("today")).isEqualTo("2021-11-10");
        assertThat(figures.getMap("standing.next")).isNotEmpty();
    }

    @Test
    void isOverdueFromTheDayAfterTheDeadline() throws Exception {
        ledger.tell(ledger.issue(CITY).dueOn(DUE));
        assertThat(ledger.awaitTotal(1).getInt("total.overdue")).isZero();

        clock.freezeAt(Instant.parse("2021-11-10T16:00:00Z"));

        assertThat(ledger.figures("province", "").getInt("total.overdue")).isEqualTo(1);
    }

    @Test
    void whatWasRejectedOrMergedIsNoIssueAndWhatIsLongTermIsNotOverdue() throws Exception {
        ledger.tell(
                ledger.issue(CITY).in("REJECTED"),
                ledger.issue(CITY).dueOn(DUE.minusDays(1)).in("MERGED"),
                ledger.issue(CITY).dueOn(DUE.minusDays(1)).in("LONG_TERM"),
                ledger.issue(CITY).dueOn(DUE.minusDays(1)));

        JsonPath figures = ledger.awaitTotal(2);

        assertThat(figures.getInt("total.openOverdue")).isEqualTo(1);
        assertRate(figures, "total.closingRate", 0, 2, 0);
        assertRate(figures, "total.overdueRate", 1, 1, 1000);
    }

    @Test
    void nothingCountedHasNoRates() {
        JsonPath figures = ledger.figures("province", "");

        assertThat(figures.getInt("total.total")).isZero();
        for (String rate : new String[] {"closingRate", "overdueRate", "returnRate", "repeatRate"}) {
            assertThat(figures.getInt("total." + rate + ".denominator"))
                    .as(rate)
                    .isZero();
            assertThat(figures.getMap("total." + rate)).as(rate).doesNotContainKey("permille");
        }
        assertThat(figures.getMap("total.daysToClose")).doesNotContainKeys("tenthsOfDay", "medianTenthsOfDay");
        assertThat(figures.getList("groups")).isEmpty();
    }

    @Test
    void theRepeatRateCountsWhatCameBackOfWhatIsClosed() throws Exception {
        IssueState twice = ledger.issue(CITY).dueOn(DUE).closedOn(DUE.minusDays(9));
        IssueState rejectedRecurrence = ledger.issue(CITY).dueOn(DUE).closedOn(DUE.minusDays(9));
        IssueState stays = ledger.issue(CITY).dueOn(DUE).closedOn(DUE.minusDays(9));
        ledger.tell(
                twice,
                ledger.issue(CITY).recurrenceOf(twice).registeredOn(DUE),
                ledger.issue(CITY).recurrenceOf(twice).registeredOn(DUE.minusDays(1)),
                rejectedRecurrence,
                ledger.issue(CITY).recurrenceOf(rejectedRecurrence).in("REJECTED"),
                stays);
        assertRate(ledger.awaitTotal(5), "total.repeatRate", 1, 3, 333);

        ledger.say("issue.close-out-revoked.v1", 2, twice.revokedUntil(DUE));
        ledger.tell(ledger.issue(CITY));

        JsonPath figures = ledger.awaitTotal(6);
        assertRate(figures, "total.repeatRate", 0, 2, 0);
        assertRate(figures, "total.closingRate", 2, 6, 333);
        assertRate(figures, "total.returnRate", 0, 3, 0);
    }

    @Test
    void theMedianOfTwoInTheMiddleIsTheirMean() throws Exception {
        LocalDate day = LocalDate.of(2021, 10, 20);
        ledger.tell(
                ledger.issue(CITY).dueOn(DUE).closedOn(day),
                ledger.issue(CITY).dueOn(DUE).closedOn(day.plusDays(1)),
                ledger.issue(CITY).dueOn(DUE).closedOn(day.plusDays(2)),
                ledger.issue(CITY).dueOn(DUE).closedOn(day.plusDays(20)));

        JsonPath figures = ledger.awaitTotal(4);

        assertThat(figures.getInt("total.daysToClose.tenthsOfDay")).isEqualTo(58);
        assertThat(figures.getInt("total.daysToClose.medianTenthsOfDay")).isEqualTo(15);
    }

    @Test
    void aPeriodIncludesBothItsDays() throws Exception {
        LocalDate last = LocalDate.of(2021, 10, 31);
        ledger.tell(
                ledger.issue(CITY).registeredOn(last.minusDays(1)),
                ledger.issue(CITY).registeredOn(last).dueOn(DUE).closedOn(last.plusDays(1)),
                ledger.issue(CITY).registeredOn(last.plusDays(1)));
        ledger.awaitTotal(3);

        assertThat(total("&from=2021-10-31&to=2021-10-31")).isEqualTo(1);
        assertThat(total("&from=2021-10-31")).isEqualTo(2);
        assertThat(total("&to=2021-10-31")).isEqualTo(2);
        assertThat(total("&dated=CLOSING&to=2021-10-31")).isZero();
        assertThat(total("&dated=CLOSING&from=2021-11-01")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "source=EVALUATION, 1",
        "category=COST, 2",
        "severity=MAJOR, 1",
        "category=COST&severity=MAJOR, 1",
        "category=COST&severity=A_SEVERITY_OF_2030, 0"
    })
    void isNarrowedByEveryKey(String more, int total) throws Exception {
        ledger.tell(
                ledger.issue(CITY).from("EVALUATION"),
                ledger.issue(CITY).ofCategory("COST").ofSeverity("MAJOR"),
                ledger.issue(CITY).ofCategory("COST"));
        ledger.awaitTotal(3);

        assertThat(total("&" + more)).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "'?groupBy=colour', groupBy",
        "'?campaignId=2021', campaignId",
        "'?city=Zhengzhou', city",
        "'?source=evaluation', source",
        "'?category=%E6%97%B6%E9%97%B4', category",
        "'?severity=1', severity",
        "'?dated=NEVER', dated",
        "'?from=2021', from",
        "'?from=2021-11-02&to=2021-11-01', to",
        "'?to=9999-01-01', to",
        "/ranking, campaignId",
        "/comparison, from",
        "'/comparison?from=2021-11-01', to",
        "'/comparison?from=2021-11-02&to=2021-11-01', to",
        "'/comparison?from=2021-01-01&to=2022-01-01', to",
        "'/comparison?from=2021-01-01&to=2021-01-31&comparedWith=NOBODY', comparedWith",
        "'/trend?interval=DAY', interval",
        "'/trend?from=2021-11-02&to=2021-11-01', to"
    })
    void namesTheParameterThatIsNotOfItsForm(String question, String parameter) {
        Ledger.get("province", question)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(parameter));
    }

    @Test
    void isForPeopleOnly() {
        given().get("/api/v1/figures").then().statusCode(401);
        for (String path : new String[] {"", "/comparison?from=2021-10-01&to=2021-10-31", "/trend"}) {
            assertThat(Ledger.get("system:complaints", path).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private int total(String more) {
        return ledger.figures("province", more).getInt("total.total");
    }
}
