package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.IssueStatus.ACKNOWLEDGED;
import static io.zhenggai.issue.ledger.IssueStatus.ASSIGNED;
import static io.zhenggai.issue.ledger.IssueStatus.CLOSED;
import static io.zhenggai.issue.ledger.IssueStatus.CLOSE_OUT_REQUESTED;
import static io.zhenggai.issue.ledger.IssueStatus.FIRST_REVIEWED;
import static io.zhenggai.issue.ledger.IssueStatus.IN_RECTIFICATION;
import static io.zhenggai.issue.ledger.IssueStatus.REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.problem.Refusal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssueMoveTest {

    /** From where to where, where the province verifies. What is not named is illegal. */
    private static final Map<IssueMove, Map<IssueStatus, IssueStatus>> PROVINCE_VERIFIES = new EnumMap<>(Map.of(
            IssueMove.ASSIGN, Map.of(REGISTERED, ASSIGNED),
            IssueMove.ACKNOWLEDGE, Map.of(ASSIGNED, ACKNOWLEDGED),
            IssueMove.ANALYSE_CAUSE, Map.of(ACKNOWLEDGED, ACKNOWLEDGED, IN_RECTIFICATION, IN_RECTIFICATION),
            IssueMove.RECTIFY, Map.of(ACKNOWLEDGED, IN_RECTIFICATION),
            IssueMove.ADD_EVIDENCE, Map.of(IN_RECTIFICATION, IN_RECTIFICATION),
            IssueMove.REQUEST_CLOSE_OUT, Map.of(IN_RECTIFICATION, CLOSE_OUT_REQUESTED),
            IssueMove.FIRST_REVIEW, Map.of(CLOSE_OUT_REQUESTED, FIRST_REVIEWED),
            IssueMove.CLOSE_BY_CITY, Map.of(),
            IssueMove.CLOSE_BY_PROVINCE, Map.of(FIRST_REVIEWED, CLOSED),
            IssueMove.RETURN, Map.of(CLOSE_OUT_REQUESTED, IN_RECTIFICATION, FIRST_REVIEWED, IN_RECTIFICATION)));

    private static final Map<IssueMove, Map<IssueStatus, IssueStatus>> CITY_VERIFIES = new EnumMap<>(PROVINCE_VERIFIES);

    static {
        CITY_VERIFIES.put(IssueMove.FIRST_REVIEW, Map.of());
        CITY_VERIFIES.put(IssueMove.CLOSE_BY_CITY, Map.of(CLOSE_OUT_REQUESTED, CLOSED));
        CITY_VERIFIES.put(IssueMove.CLOSE_BY_PROVINCE, Map.of());
    }

    @ParameterizedTest
    @EnumSource(IssueMove.class)
    void leadsWhereTheTableSays(IssueMove move) {
        for (IssueStatus from : IssueStatus.values()) {
            check(move, from, Verifier.PROVINCE, PROVINCE_VERIFIES.get(move));
            check(move, from, Verifier.CITY, CITY_VERIFIES.get(move));
        }
    }

    private static void check(
            IssueMove move, IssueStatus from, Verifier verifier, Map<IssueStatus, IssueStatus> table) {
        String what = move + " from " + from + ", verified by " + verifier;
        boolean legal = IssueMove.legal(from, verifier).contains(move);
        assertThat(legal).as(what).isEqualTo(table.containsKey(from));
        if (legal) {
            assertThat(move.from(from, verifier)).as(what).isEqualTo(table.get(from));
        } else {
            assertThatThrownBy(() -> move.from(from, verifier)).as(what).isInstanceOf(Refusal.class);
        }
    }
}
