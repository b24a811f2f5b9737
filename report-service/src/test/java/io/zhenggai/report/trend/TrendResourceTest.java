package io.zhenggai.report.trend;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class TrendResourceTest {

    private static final LocalDate OCTOBER = LocalDate.of(2021, 10, 20);
    private static final LocalDate LAST_OF_OCTOBER = LocalDate.of(2021, 10, 31);

    @Inject
    BusinessClock clock;

    private Ledger ledger;

    @BeforeEach
    void connect() throws Exception {
        ledger = new Ledger();
        clock.freezeAt(Instant.parse("2021-12-10T04:00:00Z"));
    }

    @AfterEach
    void disconnect() {
        ledger.close();
    }

    @Test
    void tellsEveryMonthUntilToday() throws Exception {
        ledger.tell(
                ledger.issue("410100").registeredOn(OCTOBER).dueOn(LAST_OF_OCTOBER),
                ledger.issue("410100")
                        .registeredOn(OCTOBER)
                        .dueOn(LAST_OF_OCTOBER.minusDays(1))
                        .closedOn(LAST_OF_OCTOBER.plusDays(1)),
                ledger.issue("410100")
                        .registeredOn(OCTOBER)
                        .dueOn(LAST_OF_OCTOBER)
                        .closedOn(LAST_OF_OCTOBER),
                ledger.issue("410100").registeredOn(LAST_OF_OCTOBER.plusDays(1)),
                ledger.issue("410100").registeredOn(OCTOBER).dueOn(OCTOBER).in("LONG_TERM"),
                ledger.issue("410100").registeredOn(OCTOBER).in("REJECTED"));
        ledger.awaitTotal(5);

        JsonPath trend = ledger.read("province", "/trend", "");

        assertThat(trend.getString("interval")).isEqualTo("MONTH");
        assertThat(trend.getList("points.key")).containsExactly("2021-10", "2021-11", "2021-12");
        assertThat(trend.getList("points.registered")).containsExactly(4, 1, 0);
        assertThat(trend.getList("points.closed")).containsExactly(1, 1, 0);
        assertThat(trend.getList("points.open")).containsExactly(3, 3, 3);
        assertThat(trend.getList("points.openOverdue")).containsExactly(1, 1, 1);
        assertRate(trend, "points[0].closingRate", 1, 4, 250);
        assertThat(trend.getString("points[2].to")).isEqualTo("2021-12-10");
        assertThat(trend.getMap("standing.next")).isNotEmpty();
    }

    @Test
    void endsWithThePeriodAskedFor() throws Exception {
        ledger.tell(ledger.issue("410100").registeredOn(OCTOBER).dueOn(OCTOBER).closedOn(OCTOBER.plusDays(1)));
        ledger.awaitTotal(1);

        JsonPath trend = ledger.read("province", "/trend", "&interval=WEEK&from=2021-10-15&to=2021-10-20");

        assertThat(trend.getList("points.from")).containsExactly("2021-10-11", "2021-10-18");
        assertThat(trend.getList("points.to")).containsExactly("2021-10-17", "2021-10-20");
        assertThat(trend.getList("points.open")).containsExactly(0, 1);
        assertThat(trend.getMap("points[0].closingRate")).doesNotContainKey("permille");
    }

    @Test
    void anEmptyCampaignHasNoTrend() {
        assertThat(ledger.read("province", "/trend", "").getList("points")).isEmpty();
    }

    /** The last point of a trend and the figures of the same day say the same. */
    @Test
    void agreesWithTheFiguresAtEachEnd() throws Exception {
        Random chance = new Random(20211210);
        List<IssueState> issues = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            LocalDate registered = OCTOBER.plusDays(chance.nextInt(40));
            IssueState issue = ledger.issue("410200").registeredOn(registered);
            IssueState due = chance.nextInt(4) == 0 ? issue : issue.dueOn(registered.plusDays(chance.nextInt(12)));
            LocalDate done = registered.plusDays(chance.nextInt(12));
            issues.add(due.deadline() != null && chance.nextBoolean() ? due.closedOn(done) : due);
        }
        ledger.tell(issues);
        ledger.awaitTotal(60);

        JsonPath trend = ledger.read("province", "/trend", "&interval=WEEK");

        List<String> ends = trend.getList("points.to");
        for (int i = 0; i < ends.size(); i++) {
            LocalDate end = LocalDate.parse(ends.get(i));
            long registered = issues.stream()
                    .filter(issue -> !issue.registeredOn().isAfter(end))
                    .count();
            long closed = issues.stream().filter(issue -> isClosed(issue, end)).count();
            long overdue = issues.stream()
                    .filter(issue ->
                            issue.deadline() != null && issue.deadline().isBefore(end) && !isClosed(issue, end))
                    .count();
            assertThat(trend.getLong("points[" + i + "].registeredSoFar")).isEqualTo(registered);
            assertThat(trend.getLong("points[" + i + "].closedSoFar")).isEqualTo(closed);
            assertThat(trend.getLong("points[" + i + "].openOverdue")).isEqualTo(overdue);
        }
        JsonPath figures = ledger.figures("province", "");
        assertThat(trend.getInt("points[-1].openOverdue")).isEqualTo(figures.getInt("total.openOverdue"));
        assertThat(trend.getInt("points[-1].closedSoFar")).isEqualTo(figures.getInt("total.closed"));
    }

    private static boolean isClosed(IssueState issue, LocalDate end) {
        return issue.closedOn() != null && !issue.closedOn().isAfter(end);
    }
}
