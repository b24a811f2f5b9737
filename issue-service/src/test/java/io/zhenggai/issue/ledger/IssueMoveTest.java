package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.ledger.IssueStatus.ACKNOWLEDGED;
import static io.zhenggai.issue.ledger.IssueStatus.ASSIGNED;
import static io.zhenggai.issue.ledger.IssueStatus.CLOSED;
import static io.zhenggai.issue.ledger.IssueStatus.CLOSE_OUT_REQUESTED;
import static io.zhenggai.issue.ledger.IssueStatus.FIRST_REVIEWED;
import static io.zhenggai.issue.ledger.IssueStatus.IN_RECTIFICATION;
import static io.zhenggai.issue.ledger.IssueStatus.LONG_TERM;
import static io.zhenggai.issue.ledger.IssueStatus.MERGED;
import static io.zhenggai.issue.ledger.IssueStatus.REGISTERED;
import static io.zhenggai.issue.ledger.IssueStatus.REJECTED;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssueMoveTest {

    private static final List<IssueStatus> OPEN = List.of(
            REGISTERED, ASSIGNED, ACKNOWLEDGED, IN_RECTIFICATION, CLOSE_OUT_REQUESTED, FIRST_REVIEWED, LONG_TERM);

    /**
     * From where to where, where the province verifies; what leads to several places leads nowhere else by itself. What is not named is
     * illegal.
     */
    private static final Map<IssueMove, Map<IssueStatus, IssueStatus>> PROVINCE_VERIFIES = new EnumMap<>(Map.ofEntries(
            entry(IssueMove.ASSIGN, Map.of(REGISTERED, ASSIGNED, REJECTED, ASSIGNED)),
            entry(IssueMove.REJECT, Map.of(REGISTERED, REJECTED)),
            entry(IssueMove.ACKNOWLEDGE, Map.of(ASSIGNED, ACKNOWLEDGED)),
            entry(IssueMove.ALLOT, Map.of(ACKNOWLEDGED, ASSIGNED)),
            entry(IssueMove.REQUEST_REASSIGNMENT, stays(ASSIGNED, ACKNOWLEDGED)),
            entry(IssueMove.REASSIGN, stays(ASSIGNED, ACKNOWLEDGED)),
            entry(IssueMove.ANALYSE_CAUSE, stays(ACKNOWLEDGED, IN_RECTIFICATION)),
            entry(IssueMove.RECTIFY, Map.of(ACKNOWLEDGED, IN_RECTIFICATION)),
            entry(IssueMove.REPORT_PROGRESS, stays(IN_RECTIFICATION, LONG_TERM)),
            entry(IssueMove.ADD_EVIDENCE, stays(IN_RECTIFICATION)),
            entry(IssueMove.REQUEST_EXTENSION, stays(ASSIGNED, ACKNOWLEDGED, IN_RECTIFICATION)),
            entry(
                    IssueMove.EXTEND,
                    stays(ASSIGNED, ACKNOWLEDGED, IN_RECTIFICATION, CLOSE_OUT_REQUESTED, FIRST_REVIEWED)),
            entry(IssueMove.REQUEST_LONG_TERM, stays(IN_RECTIFICATION)),
            entry(IssueMove.MAKE_LONG_TERM, Map.of(IN_RECTIFICATION, LONG_TERM)),
            entry(IssueMove.REVIEW_STAGE, stays(LONG_TERM)),
            entry(IssueMove.REQUEST_CLOSE_OUT, Map.of(IN_RECTIFICATION, CLOSE_OUT_REQUESTED)),
            entry(IssueMove.FIRST_REVIEW, Map.of(CLOSE_OUT_REQUESTED, FIRST_REVIEWED)),
            entry(IssueMove.CLOSE_BY_CITY, Map.of()),
            entry(IssueMove.CLOSE_BY_PROVINCE, Map.of(FIRST_REVIEWED, CLOSED)),
            entry(IssueMove.RETURN, Map.of(CLOSE_OUT_REQUESTED, IN_RECTIFICATION, FIRST_REVIEWED, IN_RECTIFICATION)),
            entry(IssueMove.REVOKE_CLOSE_OUT, Map.of(CLOSED, IN_RECTIFICATION)),
            entry(IssueMove.CORRECT, stays(OPEN)),
            entry(IssueMove.ADD_SOURCE_ITEM, stays(OPEN)),
            entry(
                    IssueMove.ANSWER,
                    stays(
                            REGISTERED,
                            ASSIGNED,
                            ACKNOWLEDGED,
                            IN_RECTIFICATION,
                            CLOSE_OUT_REQUESTED,
                            FIRST_REVIEWED,
                            CLOSED,
                            REJECTED,
                            LONG_TERM)),
            entry(IssueMove.CALL_BACK, stays(IN_RECTIFICATION, CLOSE_OUT_REQUESTED, FIRST_REVIEWED)),
            entry(IssueMove.SPLIT, stays(OPEN)),
            entry(
                    IssueMove.MERGE,
                    Map.of(REGISTERED, MERGED, ASSIGNED, MERGED, ACKNOWLEDGED, MERGED, IN_RECTIFICATION, MERGED)),
            entry(IssueMove.ABSORB, stays(OPEN)),
            entry(IssueMove.UNMERGE, stays(MERGED)),
            entry(IssueMove.CARRY_OVER, stays(OPEN))));

    private static Map<IssueStatus, IssueStatus> stays(IssueStatus... statuses) {
        return stays(List.of(statuses));
    }

    private static Map<IssueStatus, IssueStatus> stays(List<IssueStatus> statuses) {
        return statuses.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

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
            check(move, from, Level.PROVINCE, PROVINCE_VERIFIES.get(move));
            check(move, from, Level.CITY, CITY_VERIFIES.get(move));
        }
    }

    private static void check(IssueMove move, IssueStatus from, Level verifier, Map<IssueStatus, IssueStatus> table) {
        String what = move + " from " + from + ", verified by " + verifier;
        boolean legal = IssueMove.legal(from, verifier).contains(move);
        assertThat(legal).as(what).isEqualTo(table.containsKey(from));
        if (legal) {
            assertThat(move.to(from)).as(what).isEqualTo(table.get(from));
        }
    }
}
