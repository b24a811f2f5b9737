package io.zhenggai.issue.ledger;

import io.zhenggai.kit.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The legal moves of an issue: from where, and to where. */
public enum IssueMove {
    /** 交办. */
    ASSIGN("交办", Set.of(IssueStatus.REGISTERED), IssueStatus.ASSIGNED),
    /** 签收. */
    ACKNOWLEDGE("签收", Set.of(IssueStatus.ASSIGNED), IssueStatus.ACKNOWLEDGED),
    /** 原因分析: may be put right while the rectification is under way; the status stays. */
    ANALYSE_CAUSE("填写原因分析", Set.of(IssueStatus.ACKNOWLEDGED, IssueStatus.IN_RECTIFICATION), null),
    /** 开展整改. */
    RECTIFY("开展整改", Set.of(IssueStatus.ACKNOWLEDGED), IssueStatus.IN_RECTIFICATION),
    /** 上传佐证材料; the status stays. */
    ADD_EVIDENCE("上传佐证材料", Set.of(IssueStatus.IN_RECTIFICATION), null),
    /** 申请销号. */
    REQUEST_CLOSE_OUT("申请销号", Set.of(IssueStatus.IN_RECTIFICATION), IssueStatus.CLOSE_OUT_REQUESTED),
    /** 初审: where the province verifies. */
    FIRST_REVIEW("初审", Set.of(IssueStatus.CLOSE_OUT_REQUESTED), IssueStatus.FIRST_REVIEWED) {
        @Override
        boolean fits(Verifier verifier) {
            return verifier == Verifier.PROVINCE;
        }
    },
    /** 销号 by the city. */
    CLOSE_BY_CITY("销号", Set.of(IssueStatus.CLOSE_OUT_REQUESTED), IssueStatus.CLOSED) {
        @Override
        boolean fits(Verifier verifier) {
            return verifier == Verifier.CITY;
        }
    },
    /** 销号 by the province. */
    CLOSE_BY_PROVINCE("销号", Set.of(IssueStatus.FIRST_REVIEWED), IssueStatus.CLOSED) {
        @Override
        boolean fits(Verifier verifier) {
            return verifier == Verifier.PROVINCE;
        }
    },
    /** 退回整改. */
    RETURN("退回整改", Set.of(IssueStatus.CLOSE_OUT_REQUESTED, IssueStatus.FIRST_REVIEWED), IssueStatus.IN_RECTIFICATION);

    private final String chinese;
    private final Set<IssueStatus> from;
    private final Optional<IssueStatus> to;

    IssueMove(String chinese, Set<IssueStatus> from, @Nullable IssueStatus to) {
        this.chinese = chinese;
        this.from = from;
        this.to = Optional.ofNullable(to);
    }

    /** @return whether an issue that this one verifies knows the move at all; until assignment nobody does yet */
    boolean fits(Verifier verifier) {
        return true;
    }

    /**
     * @return where the move leads
     * @throws Refusal 409 with the legal moves when it is none of them
     */
    IssueStatus from(IssueStatus status, Verifier verifier) {
        if (!isLegal(status, verifier)) {
            List<String> legal =
                    legal(status, verifier).stream().map(IssueMove::published).toList();
            throw Refusal.illegalTransition(
                    "该问题当前为“" + status.chinese() + "”，不能" + chinese + "。",
                    "The issue is " + status + ", which does not allow " + published() + ".",
                    status,
                    legal);
        }
        return to.orElse(status);
    }

    /** @return the moves that are legal, in the order of an issue's life */
    static List<IssueMove> legal(IssueStatus status, Verifier verifier) {
        return Arrays.stream(values())
                .filter(move -> move.isLegal(status, verifier))
                .toList();
    }

    private boolean isLegal(IssueStatus status, Verifier verifier) {
        return from.contains(status) && fits(verifier);
    }

    /** @return the word in the API: who closes is the caller's affair */
    String published() {
        return this == CLOSE_BY_CITY || this == CLOSE_BY_PROVINCE ? "CLOSE" : name();
    }
}
