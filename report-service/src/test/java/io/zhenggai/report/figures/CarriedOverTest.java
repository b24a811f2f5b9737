package io.zhenggai.report.figures;

import static io.zhenggai.report.testsupport.Ledger.assertFraction;
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

/** What was not closed in a campaign stays in its figures, and is one of the next campaign's as well. */
@QuarkusTest
@OnRealServers
class CarriedOverTest {

    private static final String CITY = "410100";
    private static final LocalDate DUE = LocalDate.of(2021, 12, 20);
    private static final LocalDate NEXT_DUE = LocalDate.of(2022, 6, 30);

    @Inject
    BusinessClock clock;

    private Ledger old;
    private Ledger next;
    private Ledger afterNext;

    @BeforeEach
    void connect() throws Exception {
        old = new Ledger();
        next = new Ledger();
        afterNext = new Ledger();
        clock.freezeAt(Instant.parse("2022-07-10T01:00:00Z"));
    }

    @AfterEach
    void disconnect() {
        old.close();
        next.close();
        afterNext.close();
    }

    @Test
    void itCountsAsCarriedOverInTheOldCampaignAndAsItsOwnInTheNew() throws Exception {
        IssueState closed = old.issue(CITY).dueOn(DUE).closedOn(DUE);
        IssueState open = old.issue(CITY).dueOn(DUE.minusDays(1)).returned(1);
        old.tell(closed, open, next.issue(CITY));
        old.awaitTotal(2);

        old.say("issue.carried-over.v1", 2, open.carriedOverInto(next.campaign(), NEXT_DUE));

        JsonPath ofNext = next.awaitTotal(2);
        assertThat(ofNext.getInt("total.openOverdue")).isEqualTo(1);
        assertThat(ofNext.getInt("total.carriedOver")).isZero();
        JsonPath ofOld = old.figures("province", "&groupBy=SOURCE");
        assertThat(ofOld.getInt("total.total")).isEqualTo(2);
        assertThat(ofOld.getInt("total.closed")).isEqualTo(1);
        assertThat(ofOld.getInt("total.carriedOver")).isEqualTo(1);
        assertFraction(ofOld, "total.closingRate", 1, 2);
        assertFraction(ofOld, "total.overdueRate", 0, 1);
        assertFraction(ofOld, "total.returnRate", 0, 1);
        assertThat(ofOld.getInt("groups[0].carriedOver")).isEqualTo(1);
    }

    @Test
    void whatBecomesOfItIsTheNewCampaigns() throws Exception {
        IssueState open = old.issue(CITY).dueOn(DUE);
        IssueState carriedOver = open.carriedOverInto(next.campaign(), NEXT_DUE);
        next.say("issue.carried-over.v1", 1, carriedOver);
        next.say("issue.closed.v1", 2, carriedOver.closedOn(NEXT_DUE));
        next.awaitTotal(1);

        assertThat(next.figures("province", "").getInt("total.closed")).isEqualTo(1);
        JsonPath ofOld = old.figures("province", "");
        assertThat(ofOld.getInt("total.closed")).isZero();
        assertThat(ofOld.getInt("total.carriedOver")).isEqualTo(1);
        assertThat(old.figures("province", "&dated=CLOSING&from=2022-01-01&to=2022-12-31")
                        .getInt("total.total"))
                .isZero();
        assertThat(old.read("province", "/trend", "&interval=MONTH").getList("points.closed").stream()
                        .mapToInt(count -> (int) count)
                        .sum())
                .isZero();
    }

    @Test
    void whatIsCarriedOverTwiceStaysInBoth() throws Exception {
        IssueState open = old.issue(CITY).dueOn(DUE);
        IssueState twice = open.carriedOverInto(next.campaign(), NEXT_DUE)
                .carriedOverInto(afterNext.campaign(), NEXT_DUE.plusYears(1));
        old.say("issue.carried-over.v1", 1, twice);
        afterNext.awaitTotal(1);

        assertThat(old.figures("province", "").getInt("total.carriedOver")).isEqualTo(1);
        assertThat(next.figures("office:410100", "").getInt("total.carriedOver"))
                .isEqualTo(1);
        assertThat(next.figures("office:410200", "").getInt("total.total")).isZero();
    }
}
