package io.zhenggai.report.figures;

import static io.zhenggai.report.testsupport.Ledger.assertRate;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Two periods side by side. */
@QuarkusTest
@OnRealServers
class ComparisonTest {

    private static final LocalDate OCTOBER = LocalDate.of(2021, 10, 20);
    private static final LocalDate NOVEMBER = LocalDate.of(2021, 11, 5);
    private static final String IN_NOVEMBER = "&from=2021-11-01&to=2021-11-30";

    @Inject
    BusinessClock clock;

    private Ledger ledger;

    @BeforeEach
    void connect() throws Exception {
        ledger = new Ledger();
        clock.freezeAt(Instant.parse("2021-11-10T15:59:59Z"));
    }

    @AfterEach
    void disconnect() {
        ledger.close();
    }

    @Test
    void showsBothPeriodsWithTheDifference() throws Exception {
        ledger.tell(
                ledger.issue("410100").registeredOn(OCTOBER).dueOn(OCTOBER).closedOn(OCTOBER.plusDays(4)),
                ledger.issue("410100").registeredOn(OCTOBER.minusMonths(1)),
                ledger.issue("410100").registeredOn(NOVEMBER).dueOn(NOVEMBER).closedOn(NOVEMBER.plusDays(1)),
                ledger.issue("410200").registeredOn(NOVEMBER),
                ledger.issue("410200").registeredOn(NOVEMBER).dueOn(NOVEMBER).closedOn(NOVEMBER));
        ledger.awaitTotal(5);

        JsonPath compared = ledger.read("province", "/comparison", IN_NOVEMBER + "&groupBy=CITY");

        assertThat(compared.getString("period.judgedOn")).isEqualTo("2021-11-10");
        assertThat(compared.getString("before.from")).isEqualTo("2021-10-01");
        assertThat(compared.getString("before.judgedOn")).isEqualTo("2021-10-31");
        assertRate(compared, "total.figures.closingRate", 2, 3, 667);
        assertRate(compared, "total.before.closingRate", 1, 1, 1000);
        assertThat(compared.getInt("total.change.total")).isEqualTo(2);
        assertThat(compared.getInt("total.change.closed")).isEqualTo(1);
        assertThat(compared.getInt("total.change.overdue")).isZero();
        assertThat(compared.getInt("total.change.closingPermille")).isEqualTo(-333);
        assertThat(compared.getInt("total.change.tenthsOfDay")).isEqualTo(5 - 40);
        assertThat(compared.getList("groups.key")).containsExactly("410100", "410200");
        assertThat(compared.getString("groups[1].name")).isEqualTo("开封市");
        assertThat(compared.getInt("groups[1].figures.total")).isEqualTo(2);
        assertThat(compared.getInt("groups[1].before.total")).isZero();
        assertThat(compared.getMap("groups[1].change")).doesNotContainKeys("closingPermille", "tenthsOfDay");
        assertThat(compared.getMap("standing.next")).isNotEmpty();
    }

    /** What happened after a period's end says nothing about it, or the earlier one would always look better. */
    @Test
    void eachPeriodIsJudgedAtItsEnd() throws Exception {
        IssueState last = ledger.issue("410100").registeredOn(OCTOBER).dueOn(LocalDate.of(2021, 10, 30));
        ledger.tell(
                last.closedOn(LocalDate.of(2021, 10, 31)),
                ledger.issue("410100")
                        .registeredOn(OCTOBER)
                        .dueOn(LocalDate.of(2021, 10, 31))
                        .closedOn(LocalDate.of(2021, 11, 1)),
                ledger.issue("410100")
                        .registeredOn(OCTOBER)
                        .dueOn(LocalDate.of(2021, 10, 30))
                        .closedOn(LocalDate.of(2021, 11, 1)),
                ledger.issue("410100").recurrenceOf(last).registeredOn(LocalDate.of(2021, 11, 1)));
        ledger.awaitTotal(4);

        JsonPath compared = ledger.read("province", "/comparison", IN_NOVEMBER);

        assertRate(compared, "total.before.closingRate", 1, 3, 333);
        assertThat(compared.getInt("total.before.openOverdue")).isEqualTo(1);
        assertThat(compared.getInt("total.before.closedLate")).isEqualTo(1);
        assertRate(compared, "total.before.repeatRate", 0, 1, 0);
        assertRate(compared, "total.before.returnRate", 0, 1, 0);
        assertThat(ledger.figures("province", "&to=2021-10-31").getInt("total.closed"))
                .isEqualTo(3);
    }

    @Test
    void theYearBeforeLiesInAnotherCampaign() throws Exception {
        ledger.tell(
                ledger.issue("410100").registeredOn(NOVEMBER),
                ledger.issue("410100").registeredOn(NOVEMBER.minusYears(1)),
                ledger.issue("410100").registeredOn(OCTOBER.minusYears(1)));
        ledger.awaitTotal(3);

        JsonPath compared = ledger.read("province", "/comparison", IN_NOVEMBER + "&comparedWith=YEAR_BEFORE");

        assertThat(compared.getInt("total.figures.total")).isEqualTo(1);
        assertThat(compared.getInt("total.before.total")).isEqualTo(1);
        assertThat(compared.getString("before.to")).isEqualTo("2020-11-30");
        assertThat(compared.getList("groups")).isEmpty();
    }

    @Test
    void periodsCanBeThoseOfTheCloseOut() throws Exception {
        ledger.tell(
                ledger.issue("410100").registeredOn(OCTOBER).dueOn(NOVEMBER).closedOn(NOVEMBER),
                ledger.issue("410100").registeredOn(OCTOBER).dueOn(NOVEMBER).closedOn(OCTOBER),
                ledger.issue("410100").registeredOn(NOVEMBER));
        ledger.awaitTotal(3);

        JsonPath compared = ledger.read("province", "/comparison", IN_NOVEMBER + "&dated=CLOSING");

        assertRate(compared, "total.figures.closingRate", 1, 1, 1000);
        assertRate(compared, "total.before.closingRate", 1, 1, 1000);
    }

    @Test
    void nothingToCompareHasNoDifferenceOfRates() {
        JsonPath compared = ledger.read("province", "/comparison", IN_NOVEMBER + "&groupBy=SOURCE");

        assertThat(compared.getInt("total.change.total")).isZero();
        assertThat(compared.getMap("total.change")).containsOnlyKeys("total", "closed", "overdue");
        assertThat(compared.getList("groups")).isEmpty();
    }
}
