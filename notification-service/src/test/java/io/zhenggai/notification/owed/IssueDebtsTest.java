package io.zhenggai.notification.owed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.notification.planning.OwedKind;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What else is owed of an issue than to acknowledge and rectify it: answers, decisions and stage reviews. */
@QuarkusTest
@OnRealServers
class IssueDebtsTest {

    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);
    private static final Instant ASKED = Instant.parse("2021-10-18T02:00:00Z");

    @Inject
    Stage stage;

    @Inject
    OwedTable owed;

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void anAnswerIsOwedByItsDayUntilItIsGivenWhateverBecameOfTheIssue() {
        Issue issue = issue().answerDueOn("2021-11-05", ASKED);
        stage.tell(issue);
        assertThat(only(OwedKind.ANSWER)).satisfies(row -> {
            assertThat(row.dueOn()).isEqualTo("2021-11-05");
            assertThat(row.since()).isEqualTo(ASKED);
            assertThat(row.label()).isEqualTo("ZG2021-410100-0007");
            assertThat(row.region()).isEqualTo("410181");
            assertThat(row.unit()).isEmpty();
        });
        stage.tell(issue.ledBy("住建局").closed());
        assertThat(only(OwedKind.ANSWER).unit()).isEqualTo(Optional.of("住建局"));
        stage.tell(issue.answered());
        assertThat(kinds()).doesNotContain(OwedKind.ANSWER);
    }

    /** 省交办、市签收、市分办. */
    @Test
    void whatTheProvinceHasAssignedTheCityAcknowledgesAndNotTheCounty() {
        Issue issue = Issue.assigned("410181", 7, "2021-10-22", "2021-11-30");
        stage.tell(issue);
        assertThat(only(OwedKind.ISSUE_ACKNOWLEDGEMENT).region()).isEqualTo("410181");

        stage.tell(issue.assignedByProvince());

        assertThat(only(OwedKind.ISSUE_ACKNOWLEDGEMENT).region()).isEqualTo("410100");
        assertThat(only(OwedKind.ISSUE_RECTIFICATION).region()).isEqualTo("410181");
    }

    @Test
    void anAnswerWithoutADayIsRemindedOfByNone() {
        stage.tell(issue().answerDueOn("2021-11-05", ASKED).answered());

        assertThat(kinds()).doesNotContain(OwedKind.ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"EXTENSION, EXTENSION_DECISION", "REASSIGNMENT, REASSIGNMENT_DECISION", "LONG_TERM, LONG_TERM_DECISION"
    })
    void aDecisionIsOwedByTheLevelThatDecides(String asked, OwedKind kind) {
        Issue issue = issue().ledBy("住建局");
        stage.tell(issue.pending(asked, "CITY", ASKED, "2021-10-21"));
        assertThat(only(kind)).satisfies(row -> {
            assertThat(row.dueOn()).isEqualTo("2021-10-21");
            assertThat(row.since()).isEqualTo(ASKED);
            assertThat(row.city()).isEqualTo("410100");
            assertThat(row.region()).isEqualTo("410100");
            assertThat(row.unit()).isEmpty();
        });
        stage.tell(issue.pending(asked, "PROVINCE", ASKED, "2021-10-21"));
        assertThat(only(kind)).satisfies(row -> {
            assertThat(row.city()).isEqualTo("410000");
            assertThat(row.region()).isEqualTo("410000");
        });
        stage.tell(issue.decided());
        assertThat(kinds()).containsExactly(OwedKind.ISSUE_RECTIFICATION);
    }

    @Test
    void whatANewerSenderAsksForOtherwiseIsNotRemindedOf() {
        stage.tell(issue().pending("SOMETHING_NEW", "CITY", ASKED, "2021-10-21"));
        stage.tell(issue().pending("EXTENSION", "COUNTRY", ASKED, "2021-10-21"));

        assertThat(kinds()).doesNotContain(OwedKind.EXTENSION_DECISION);
        assertThat(stage.pending().getLong("deadLetters")).isZero();
    }

    @Test
    void aStageReviewIsOwedByWhoVerifies() {
        Issue issue = issue().ledBy("住建局").longTerm("2022-03-31").owedSince(ASKED);
        stage.tell(issue);
        assertThat(kinds()).containsExactly(OwedKind.STAGE_REVIEW);
        assertThat(only(OwedKind.STAGE_REVIEW)).satisfies(row -> {
            assertThat(row.dueOn()).isEqualTo("2022-03-31");
            assertThat(row.since()).isEqualTo(ASKED);
            assertThat(row.region()).isEqualTo("410100");
            assertThat(row.unit()).isEmpty();
        });
        stage.tell(issue.verifiedByProvince());
        assertThat(only(OwedKind.STAGE_REVIEW).region()).isEqualTo("410000");
        stage.tell(issue.returned());
        assertThat(kinds()).containsExactly(OwedKind.ISSUE_RECTIFICATION);
    }

    @Test
    void theProvinceIsRemindedOfWhatItDecidesAndNobodyElseSeesIt() {
        stage.nameContact("410000");
        stage.nameContact("410100");
        stage.tell(issue().ledBy("住建局").pending("EXTENSION", "PROVINCE", ASKED, "2021-10-22"));
        stage.awaitIdle();
        String range = "/api/v1/reminders/rehearsal?from=2021-10-19&to=2021-10-22";

        assertThat(stage.ask("province", range).getList("messages.recipient")).containsOnly(Stage.addressOf("410000"));
        assertThat(stage.ask("province", range).getString("messages[0].text"))
                .contains("审批问题ZG2021-410100-0007的延期申请，截止日期2021年10月22日（星期五）");
        assertThat(stage.ask("office:410100", range).getList("messages")).isEmpty();
    }

    @Test
    void whoOwesAnAnswerIsRemindedOfItByItsLedgerNumber() {
        stage.nameContact("410181");
        stage.tell(issue().answerDueOn("2021-10-22", ASKED));
        stage.stepTo("2021-10-19 09:00");

        assertThat(stage.mailsTo(Stage.addressOf("410181"))).hasSize(1);
        assertThat(stage.ask("province", "/api/v1/reminders").getString("items[0].label"))
                .isEqualTo("ZG2021-410100-0007");
    }

    private static Issue issue() {
        return Issue.assigned("410181", 7, "2021-12-01", "2021-12-31").acknowledged();
    }

    private List<OwedKind> kinds() {
        return rows().stream().map(OwedRow::kind).toList();
    }

    private OwedRow only(OwedKind kind) {
        List<OwedRow> found = rows().stream().filter(row -> row.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<OwedRow> rows() {
        stage.awaitIdle();
        return owed.dueUpTo(FAR, Optional.empty());
    }
}
