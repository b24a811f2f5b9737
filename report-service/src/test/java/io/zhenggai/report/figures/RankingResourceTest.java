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

@QuarkusTest
@OnRealServers
class RankingResourceTest {

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
    void ranksWithoutSelfInspectionUnlessAskedFor() throws Exception {
        ledger.tell(
                ledger.issue("410100").dueOn(DUE).closedOn(DUE),
                ledger.issue("410100").from("SELF_INSPECTION"),
                ledger.issue("410200").dueOn(DUE).closedOn(DUE),
                ledger.issue("410200"));
        ledger.awaitTotal(4);

        JsonPath ranking = ledger.read("province", "/ranking", "");
        JsonPath withSelfInspection = ledger.read("province", "/ranking", "&withSelfInspection=true");

        assertThat(ranking.getList("offices")).hasSize(18);
        assertThat(ranking.getString("offices[0].key")).isEqualTo("410100");
        assertThat(ranking.getString("offices[0].name")).isEqualTo("郑州市");
        assertThat(ranking.getInt("offices[1].rank")).isEqualTo(2);
        assertThat(ranking.getMap("offices[2]")).doesNotContainKey("rank");
        assertThat(withSelfInspection.getInt("offices[1].rank")).isEqualTo(1);
    }

    @Test
    void isForTheProvince() {
        for (String account : new String[] {"office:410100", "county:410181"}) {
            assertThat(Ledger.get(account, "/ranking?campaignId=" + ledger.campaign())
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
    }

    @Test
    void anEmptyCampaignHasEighteenOfficesWithoutAPlace() {
        JsonPath ranking = ledger.read("province", "/ranking", "");

        assertThat(ranking.getList("offices")).hasSize(18);
        assertThat(ranking.getList("offices.rank")).containsOnlyNulls();
    }
}
