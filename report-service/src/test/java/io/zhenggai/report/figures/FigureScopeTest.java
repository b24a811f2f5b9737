package io.zhenggai.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Ledger;
import io.zhenggai.report.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who counts what. */
@QuarkusTest
@OnRealServers
class FigureScopeTest {

    private static final LocalDate DUE = LocalDate.of(2021, 11, 10);

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
    void anotherRegionsIssuesAreInNoCount() throws Exception {
        ledger.tell(ledger.issue("410100").dueOn(DUE), ledger.issue("410100"), ledger.issue("410200"));
        ledger.awaitTotal(3);

        assertThat(total("office:410100", "")).isEqualTo(2);
        assertThat(total("office:410200", "")).isEqualTo(1);
        assertThat(ledger.figures("office:410200", "&groupBy=CITY").getList("groups.key"))
                .containsExactly("410200");
        assertThat(total("office:410200", "&city=410100")).isZero();
        assertThat(total("county:410181", "")).isZero();
        assertThat(total("department:410100:住建局", "")).isEqualTo(1);
        assertThat(total("department:410100:发改委", "")).isZero();
    }

    @Test
    void comparisonsAndTrendsCountWithinTheSameScope() throws Exception {
        ledger.tell(ledger.issue("410100").dueOn(DUE), ledger.issue("410100"), ledger.issue("410200"));
        ledger.awaitTotal(3);

        for (String account : new String[] {"office:410100", "leader:410100", "province", "department:410100:住建局"}) {
            int expected = total(account, "");
            assertThat(ledger.read(account, "/comparison", "&from=2021-10-01&to=2021-10-31")
                            .getInt("total.figures.total"))
                    .as(account)
                    .isEqualTo(expected);
            assertThat(ledger.read(account, "/trend", "").getInt("points[1].registeredSoFar"))
                    .as(account)
                    .isEqualTo(expected);
        }
        assertThat(ledger.read("office:410200", "/trend", "&city=410100").getList("points"))
                .isEmpty();
    }

    @Test
    void unitsCountWhatTheyLeadWhereTheyAre() throws Exception {
        ledger.tell(
                ledger.issue("410100").inCounty("410181").dueOn(DUE),
                ledger.issue("410100").dueOn(DUE),
                ledger.issue("410200").dueOn(DUE).ledBy("省自然资源厅"),
                ledger.issue("410300").dueOn(DUE).ledBy("省自然资源厅"),
                ledger.issue("410200"));
        ledger.awaitTotal(5);

        assertThat(total("member-unit:省自然资源厅", "")).isEqualTo(2);
        assertThat(total("member-unit:省通信管理局", "")).isZero();
        assertThat(total("department:410100:住建局", "")).isEqualTo(2);
        assertThat(total("department:410181:住建局", "")).isEqualTo(1);
        assertThat(total("leader:410181", "")).isEqualTo(1);
        assertThat(total("indicator-lead:410100:发改委", "")).isEqualTo(2);
        assertThat(ledger.figures("county:410181", "&groupBy=REGION").getList("groups.name"))
                .containsExactly("巩义市");
    }

    @Test
    void anUnknownCityReadsLikeAForeignOne() throws Exception {
        ledger.tell(ledger.issue("410100"));
        ledger.awaitTotal(1);

        JsonPath unknown = ledger.figures("office:410200", "&city=419999");
        JsonPath foreign = ledger.figures("office:410200", "&city=410100");

        assertThat(unknown.getMap("total")).isEqualTo(foreign.getMap("total"));
        assertThat(unknown.getInt("total.total")).isZero();
    }

    private int total(String account, String more) {
        return ledger.figures(account, more).getInt("total.total");
    }
}
