package io.zhenggai.issue.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.issue.delivery.SourceItemProposal.Settlement;
import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.Complainant;
import io.zhenggai.issue.ledger.DuplicateReason;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.LikelyIssue;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.issue.ledger.SourceItem;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceItemProposalTest {

    private static final Instant NOW = Instant.parse("2021-10-20T01:00:00Z");
    private static final Settlement SETTLEMENT = new Settlement(NOW, "王主任", "office:411700", null, id(9));

    @Test
    void aPendingOneMayBeDecidedOn() {
        assertThatCode(pending()::refuseUnlessPending).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = SourceItemProposalStatus.class,
            names = {"ACCEPTED", "REFUSED"})
    void aSettledOneIsNotDecidedOnTwice(SourceItemProposalStatus status) {
        SourceItemProposal settled = pending().settled(status, SETTLEMENT);

        assertThatThrownBy(settled::refuseUnlessPending)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.CONFLICT));
    }

    @Test
    void onceItIsSettledItKeepsNothingOfWhoComplained() {
        SourceItemProposal settled = pending().settled(SourceItemProposalStatus.ACCEPTED, SETTLEMENT);

        assertThat(settled.version()).isEqualTo(1);
        assertThat(settled.delivered().sourceItem())
                .isEqualTo(new SourceItem(
                        IssueSource.MINI_PROGRAM,
                        "20211018-0042",
                        null,
                        LocalDate.parse("2021-10-18"),
                        null,
                        null,
                        LocalDate.parse("2021-11-05"),
                        null));
    }

    @Test
    void whatComesOfItIsTheDeliverersAsIfItHadRegisteredIt() {
        assertThat(pending().deliverer().asCaller()).satisfies(caller -> {
            assertThat(caller.role()).isEqualTo(Role.SYSTEM);
            assertThat(caller.person()).isEqualTo("system:complaints");
            assertThat(caller.unit()).contains("complaints");
        });
    }

    private static SourceItemProposal pending() {
        SourceItem item = new SourceItem(
                IssueSource.MINI_PROGRAM,
                "20211018-0042",
                null,
                LocalDate.parse("2021-10-18"),
                "李某反映竣工验收跑了五趟",
                "李建国",
                LocalDate.parse("2021-11-05"),
                new Complainant("李建国", "13800138000"));
        NewIssue delivered = new NewIssue(id(1), "411700", "竣工验收需多次跑动", Category.SERVICE, Severity.GENERAL, item);
        LikelyIssue likely = new LikelyIssue(id(2), 640, List.of(DuplicateReason.SIMILAR_DESCRIPTION));
        Deliverer deliverer = new Deliverer("system:complaints", "投诉平台", "complaints");
        return SourceItemProposal.pending(id(3), "411700", delivered, likely, NOW, deliverer);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}
