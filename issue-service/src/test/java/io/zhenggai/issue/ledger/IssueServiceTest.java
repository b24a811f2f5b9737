package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Callers.KAIFENG;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_HOUSING;
import static io.zhenggai.issue.testsupport.Callers.hostedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.issue.testsupport.Api;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one transaction holds, on PostgreSQL. */
@QuarkusTest
@OnRealServers
class IssueServiceTest {

    @Inject
    IssueService service;

    @Inject
    HandDownService handDown;

    @Inject
    IssueRequestService requests;

    @Inject
    RegistrationService registrations;

    @Inject
    LedgerNumbers ledgerNumbers;

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
    void aChangeItsHistoryAndItsEventAreOneTransaction() {
        String id = registered();

        // The relay sends and deletes what is committed; before the commit the row can be looked at.
        QuarkusTransaction.begin();
        handDown.acknowledge(ZHENGZHOU, id, assigned(id));

        assertThat(count("select count(*) from outbox where aggregate_id = ? and type = 'issue.acknowledged.v1'", id))
                .isEqualTo(1);
        assertThat(count("select count(*) from history_entry where aggregate_id = ? and action = 'ACKNOWLEDGE'", id))
                .isEqualTo(1);
        assertThat(count("select event_version from issue where id = ?", id)).isEqualTo(3);
        QuarkusTransaction.rollback();

        assertThat(count("select count(*) from outbox where aggregate_id = ? and type = 'issue.acknowledged.v1'", id))
                .isZero();
        assertThat(count("select count(*) from history_entry where aggregate_id = ?", id))
                .isEqualTo(1);
        assertThat(service.find(ZHENGZHOU, id).version()).isZero();
    }

    @Test
    void aRefusedMoveLeavesNothing() {
        String id = registered();

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> handDown.acknowledge(ZHENGZHOU, id, "\"0\""));

        assertThat(refusal.type()).isEqualTo(ProblemType.ILLEGAL_TRANSITION);
        assertThat(count("select event_version from issue where id = ?", id)).isEqualTo(1);
        assertThat(count("select count(*) from history_entry where aggregate_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void aStaleVersionIsRefusedBeforeTheMoveIsJudged() {
        String id = registered();
        handDown.assign(ZHENGZHOU, id, "\"0\"", Issues.assignment(null));

        Refusal stale = catchThrowableOfType(
                Refusal.class, () -> handDown.assign(ZHENGZHOU, id, "\"0\"", Issues.assignment(null)));

        assertThat(stale.type()).isEqualTo(ProblemType.STALE_VERSION);
    }

    @Test
    void anotherRegionsIssueIsNotThereEvenWithTheRightVersion() {
        String id = registered();

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> handDown.assign(KAIFENG, id, "\"0\"", Issues.assignment(null)));

        assertThat(refusal.type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void theProvinceDecidesOnWhatTheOfficesOwnHostAsksFor() {
        Caller host = hostedBy("住建局");
        String id = registered();
        IssueView issue = handDown.assign(
                ZHENGZHOU, id, "\"0\"", new Assignment(Issues.DEADLINE.minusDays(9), null, null, "住建局"));
        requests.askForExtension(
                ZHENGZHOU_HOUSING, id, "*", new ExtensionRequest(Issues.DEADLINE.minusDays(2), "周期较长"));
        UUID request = requests.of(ZHENGZHOU, id).get(0).id();

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> requests.grant(host, id, "*", request, new Opinion("同意")));

        assertThat(issue.fields().assignedBy()).isEqualTo(Level.CITY);
        assertThat(refusal.type()).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(requests.grant(PROVINCE, id, "*", request, new Opinion("同意"))
                        .fields()
                        .extensions())
                .isEqualTo(1);
    }

    @Test
    void aRollbackGivesTheNumberBack() {
        QuarkusTransaction.begin();
        LedgerNumber first = ledgerNumbers.next(1999, "411700");
        QuarkusTransaction.rollback();
        QuarkusTransaction.begin();
        LedgerNumber again = ledgerNumbers.next(1999, "411700");
        QuarkusTransaction.rollback();

        assertThat(again).isEqualTo(first);
    }

    /** Within the transaction that is rolled back with it. */
    private String assigned(String id) {
        return "\""
                + handDown.assign(ZHENGZHOU, id, "\"0\"", Issues.assignment(null))
                        .version() + "\"";
    }

    private String registered() {
        return registrations
                .register(PROVINCE, registrations.rules(PROVINCE, OtherServices.CAMPAIGN_2021), newIssue(Api.unique()))
                .fields()
                .id()
                .toString();
    }

    private static NewIssue newIssue(String document) {
        return new NewIssue(
                OtherServices.CAMPAIGN_2021,
                "410100",
                "施工许可核发超过承诺时限",
                Category.TIME,
                Severity.GENERAL,
                new SourceItem(IssueSource.SYSTEM_SCORECARD, document, "1", LocalDate.of(2021, 10, 18), null));
    }

    private long count(String sql, String id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
