package io.zhenggai.report.figures;

import static io.zhenggai.report.testsupport.Ledger.assertFraction;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Ledger;
import io.zhenggai.report.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred thousand issues: each answer is there before whoever asked grows impatient, and right. */
@QuarkusTest
@OnRealServers
class LargeLedgerTest {

    /** More than ten times what was seen on two cores: what is caught is a plan that goes wrong, not a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Every tenth is closed and has come back; the recurrences are the hundred thousand that the rest of the numbers leave out. */
    private static final String ISSUES = """
            insert into issue (id, event_version, campaign_id, city_code, region_code, source, category, severity, status, lead_unit,
                               registered_on, deadline, close_out_requested_on, closed_on, returns, recurrence_of)
            select md5('%1$s' || n)::uuid, 1, '%1$s', '41' || lpad((1 + n %% 17)::text, 2, '0') || '00', '410181',
                   case n %% 3 when 0 then 'EVALUATION' when 1 then 'MINI_PROGRAM' else 'SELF_INSPECTION' end,
                   case n %% 2 when 0 then 'TIME' else 'COST' end, 'GENERAL',
                   case n %% 10 when 0 then 'CLOSED' else 'IN_RECTIFICATION' end, '住建局',
                   date '2021-01-01' + n %% 300, date '2021-02-01' + n %% 300,
                   case n %% 10 when 0 then date '2021-01-11' + n %% 300 end, case n %% 10 when 0 then date '2021-01-11' + n %% 300 end,
                   n %% 2, case n %% 10 when 1 then md5('%1$s' || (n - 1))::uuid end
            from generate_series(0, 99999) as n
            """;

    @Inject
    BusinessClock clock;

    @Inject
    AgroalDataSource dataSource;

    private Ledger ledger;

    @BeforeEach
    void hundredThousandIssues() throws Exception {
        ledger = new Ledger();
        clock.freezeAt(Instant.parse("2021-12-31T04:00:00Z"));
        execute(ISSUES.formatted(ledger.campaign()));
        execute("analyze issue");
    }

    @AfterEach
    void empty() throws SQLException {
        execute("delete from issue where campaign_id = '" + ledger.campaign() + "'");
        ledger.close();
    }

    @Test
    void isCountedInTime() {
        JsonPath figures = inTime("", "&groupBy=REGION");

        assertThat(figures.getInt("total.total")).isEqualTo(100_000);
        assertFraction(figures, "total.closingRate", 10_000, 100_000);
        assertFraction(figures, "total.repeatRate", 10_000, 10_000);
        assertThat(figures.getInt("total.daysToClose.medianTenthsOfDay")).isEqualTo(100);
        assertThat(inTime("", "&groupBy=CLOSING_MONTH").getList("groups")).hasSize(10);
        assertThat(inTime("/ranking", "").getList("offices")).hasSize(18);
        assertThat(inTime("/trend", "&interval=WEEK").getInt("points[-1].registeredSoFar"))
                .isEqualTo(100_000);
        assertThat(inTime("/comparison", "&from=2021-07-01&to=2021-07-31&groupBy=SOURCE")
                        .getList("groups"))
                .hasSize(3);
    }

    private JsonPath inTime(String path, String more) {
        long start = System.nanoTime();
        JsonPath answer = ledger.read("province", path, more);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path + more).isLessThan(PATIENCE);
        return answer;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
