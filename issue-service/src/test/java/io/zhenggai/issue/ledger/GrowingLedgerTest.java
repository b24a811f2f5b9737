package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.issue.testsupport.Api;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger that was small when the database's sessions made their plans, and grows by thousands of rows at once. */
@QuarkusTest
@OnRealServers
class GrowingLedgerTest {

    private static final int ROWS = 2_000;

    @Inject
    RegistrationService registrations;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Issues.NOW);
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void aLargeImportIntoAYoungLedgerDoesNotReadTheWholeLedgerForEveryRow() {
        // Given a ledger of a few pages, of which the database knows that they are few, and a session that has
        // registered
        // often enough to keep its plans.
        execute("truncate issue cascade");
        register(60);
        execute("analyze issue");
        register(20);
        long session = number("select pg_backend_pid()");
        String document = Api.unique();
        List<NewIssue> rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(item -> newIssue(document, Integer.toString(item)))
                .toList();
        Registration rules = registrations.rules(PROVINCE, OtherServices.CAMPAIGN_2021);
        long read = rowsReadOneByOne();
        long inserted = rowsInserted();

        registrations.registerAll(PROVINCE, rules, rows);

        assertThat(number("select pg_backend_pid()")).isEqualTo(session);
        // Sessions tell their statistics when they are idle, all of a transaction at once.
        Awaitility.await().atMost(60, SECONDS).until(() -> rowsInserted() >= inserted + ROWS);
        assertThat(rowsReadOneByOne() - read).isLessThan(10L * ROWS);
    }

    private void register(int count) {
        Registration rules = registrations.rules(ZHENGZHOU, OtherServices.CAMPAIGN_2021);
        for (int issue = 0; issue < count; issue++) {
            registrations.register(ZHENGZHOU, rules, newIssue(Api.unique(), "1"));
        }
    }

    private static NewIssue newIssue(String document, String item) {
        return new NewIssue(
                OtherServices.CAMPAIGN_2021,
                "410100",
                "施工许可核发超过承诺时限",
                Category.TIME,
                Severity.GENERAL,
                new SourceItem(IssueSource.SYSTEM_SCORECARD, document, item, LocalDate.of(2021, 10, 18), null));
    }

    private long rowsReadOneByOne() {
        return number("select seq_tup_read from pg_stat_user_tables where relname = 'issue'");
    }

    private long rowsInserted() {
        return number("select n_tup_ins from pg_stat_user_tables where relname = 'issue'");
    }

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
