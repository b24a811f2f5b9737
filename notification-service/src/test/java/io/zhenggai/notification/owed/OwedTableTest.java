package io.zhenggai.notification.owed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.notification.planning.OwedKind;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class OwedTableTest {

    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

    @Inject
    Stage stage;

    @Inject
    OwedTable owed;

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void obligationIsOwedWhileOpenAndWhileReturned() {
        Obligation plan = Obligation.plan("410100");
        stage.tell(plan);
        assertThat(kinds()).containsExactly(OwedKind.FILING);
        stage.tell(plan.submitted());
        assertThat(kinds()).isEmpty();
        Instant returnedAt = Instant.parse("2021-10-29T08:00:00Z");
        stage.tell(plan.returned("2021-11-03", returnedAt));
        assertThat(only()).satisfies(row -> {
            assertThat(row.kind()).isEqualTo(OwedKind.RETURNED_FILING);
            assertThat(row.dueOn()).isEqualTo("2021-11-03");
            assertThat(row.version()).isEqualTo(1);
            assertThat(row.since()).isEqualTo(returnedAt);
        });
        stage.tell(plan.returned("2021-11-03", returnedAt).returned("2021-11-09", returnedAt.plusSeconds(1)));
        assertThat(only().version()).isEqualTo(2);
        stage.tell(plan.accepted());
        assertThat(kinds()).isEmpty();
    }

    @Test
    void actionIsOwedUntilItIsDoneOrWaived() {
        Obligation training = Obligation.training("410100");
        stage.tell(training);
        assertThat(kinds()).containsExactly(OwedKind.ACTION);
        stage.tell(training.waived());
        assertThat(kinds()).isEmpty();
    }

    @Test
    void obligationIsOwedSinceItWasOpenedOrItsDeadlineMoved() {
        Obligation plan = Obligation.plan("410100");
        stage.at("2021-10-20 08:00");
        stage.tell(plan);
        assertThat(only().since()).isEqualTo(Obligation.PUBLISHED);
        Instant movedAt = stage.at("2021-10-21 08:00");
        stage.tell(plan.dueOn("2021-11-05"));
        assertThat(only().since()).isEqualTo(movedAt);
        assertThat(only().version()).isEqualTo(2);
    }

    @Test
    void issueIsOwedFromItsAssignmentUntilCloseOutIsRequested() {
        Issue issue = Issue.assigned("410181", 7, "2021-10-22", "2021-12-31");
        stage.tell(issue);
        assertThat(kinds()).containsExactlyInAnyOrder(OwedKind.ISSUE_ACKNOWLEDGEMENT, OwedKind.ISSUE_RECTIFICATION);
        stage.tell(issue.acknowledged());
        assertThat(only()).satisfies(row -> {
            assertThat(row.kind()).isEqualTo(OwedKind.ISSUE_RECTIFICATION);
            assertThat(row.label()).isEqualTo("ZG2021-410100-0007");
            assertThat(row.city()).isEqualTo("410100");
            assertThat(row.region()).isEqualTo("410181");
            assertThat(row.dueOn()).isEqualTo("2021-12-31");
        });
        stage.tell(issue.ledBy("住建局"));
        assertThat(only().unit()).isEqualTo(Optional.of("住建局"));
        stage.tell(issue.closeOutRequested());
        assertThat(kinds()).isEmpty();
        stage.tell(issue.returned());
        assertThat(kinds()).containsExactly(OwedKind.ISSUE_RECTIFICATION);
        stage.tell(issue.closed());
        assertThat(kinds()).isEmpty();
    }

    @Test
    void deadlineOfAnIssueIsCountedEachTimeItIsSet() {
        stage.at("2021-10-19 08:00");
        Issue issue = Issue.assigned("410100", 1, "2021-10-22", "2021-12-31").acknowledged();
        stage.tell(issue);
        stage.at("2021-10-19 08:10");
        stage.tell(issue.ledBy("住建局"));
        assertThat(only().version()).isEqualTo(1);
        assertThat(only().since()).isEqualTo("2021-10-19T00:00:00Z");
        stage.at("2021-10-19 08:20");
        stage.tell(issue.dueOn("2022-01-31"));
        assertThat(only().version()).isEqualTo(2);
        assertThat(only().since()).isEqualTo("2021-10-19T00:20:00Z");
        stage.at("2021-10-19 08:30");
        stage.tell(issue);
        assertThat(only().version()).isEqualTo(3);
        stage.tell(issue.closeOutRequested());
        stage.at("2021-10-19 08:40");
        stage.tell(issue.returned());
        assertThat(only().version()).isEqualTo(3);
        assertThat(only().since()).isEqualTo("2021-10-19T00:40:00Z");
    }

    @Test
    void whatANewerSenderCallsOtherwiseIsNotRemindedOf() {
        Obligation plan = Obligation.plan("410100");
        stage.tell(plan);
        assertThat(kinds()).hasSize(1);

        stage.say(
                "obligation.deferred.v1",
                plan.id(),
                Map.of(
                        "id", plan.id(),
                        "campaignId", Obligation.CAMPAIGN,
                        "kind", "FILING",
                        "title", "整改方案",
                        "region", "410100",
                        "deadline", "2021-10-31",
                        "deadlineVersion", 1,
                        "openedAt", "2021-10-19T00:30:00Z",
                        "status", "DEFERRED",
                        "surprise", true));

        assertThat(kinds()).isEmpty();
        assertThat(stage.pending().getLong("deadLetters")).isZero();
    }

    @Test
    void campaignsAreKnownByTheirTitle() {
        stage.say(
                "campaign.published.v1",
                Obligation.CAMPAIGN,
                Map.of("id", Obligation.CAMPAIGN, "title", "2021年整改提升行动"));
        stage.nameContact("410100");
        stage.tell(Obligation.plan("410100"));
        stage.stepTo("2021-10-22 09:00");

        assertThat(stage.ask("province", "/api/v1/reminders").getString("items[0].campaignTitle"))
                .isEqualTo("2021年整改提升行动");
    }

    @Test
    void narrowsByDeadlineAndCity() {
        stage.tell(Obligation.plan("410100"), Obligation.summary("410200"));
        stage.awaitIdle();

        assertThat(owed.dueUpTo(LocalDate.of(2021, 10, 31), Optional.empty())).hasSize(1);
        assertThat(owed.dueUpTo(LocalDate.of(2021, 10, 30), Optional.empty())).isEmpty();
        assertThat(owed.dueUpTo(FAR, Optional.of("410200")))
                .extracting(OwedRow::label)
                .containsExactly("总结报告");
    }

    private List<OwedKind> kinds() {
        return rows().stream().map(OwedRow::kind).toList();
    }

    private OwedRow only() {
        List<OwedRow> rows = rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<OwedRow> rows() {
        stage.awaitIdle();
        return owed.dueUpTo(FAR, Optional.empty());
    }
}
