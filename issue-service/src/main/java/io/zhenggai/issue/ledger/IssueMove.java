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

import io.zhenggai.kit.problem.Refusal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The legal moves of an issue: from where, and to where. */
public enum IssueMove {
    /** 交办; what was rejected is accepted by it after all. */
    ASSIGN("交办", Set.of(REGISTERED, REJECTED), ASSIGNED),
    /** 不予受理. */
    REJECT("不予受理", Set.of(REGISTERED), REJECTED),
    /** 签收. */
    ACKNOWLEDGE("签收", Set.of(ASSIGNED), ACKNOWLEDGED),
    /** 分办: the office hands it on to a lead unit, which acknowledges in its turn. */
    ALLOT("分办", Set.of(ACKNOWLEDGED), ASSIGNED),
    /** 申请改派. */
    REQUEST_REASSIGNMENT("申请改派", Set.of(ASSIGNED, ACKNOWLEDGED), null),
    /** 改派: back to who handed it down last. */
    REASSIGN("改派", Set.of(ASSIGNED, ACKNOWLEDGED), null),
    /** 原因分析: may be put right while the rectification is under way; the status stays. */
    ANALYSE_CAUSE("填写原因分析", Set.of(ACKNOWLEDGED, IN_RECTIFICATION), null),
    /** 开展整改. */
    RECTIFY("开展整改", Set.of(ACKNOWLEDGED), IN_RECTIFICATION),
    /** 报告整改进展; the status stays. */
    REPORT_PROGRESS("报告整改进展", Set.of(IN_RECTIFICATION, LONG_TERM), null),
    /** 上传佐证材料; the status stays. */
    ADD_EVIDENCE("上传佐证材料", Set.of(IN_RECTIFICATION), null),
    /** 申请延期. */
    REQUEST_EXTENSION("申请延期", Set.of(ASSIGNED, ACKNOWLEDGED, IN_RECTIFICATION), null),
    /** 延期: the deadline moves, the status stays. */
    EXTEND("延期", Set.of(ASSIGNED, ACKNOWLEDGED, IN_RECTIFICATION, CLOSE_OUT_REQUESTED, FIRST_REVIEWED), null),
    /** 申请转为长期坚持. */
    REQUEST_LONG_TERM("申请转为长期坚持", Set.of(IN_RECTIFICATION), null),
    /** 转为长期坚持. */
    MAKE_LONG_TERM("转为长期坚持", Set.of(IN_RECTIFICATION), LONG_TERM),
    /** 阶段评估: the next stage, or back to rectification. */
    REVIEW_STAGE("阶段评估", Set.of(LONG_TERM), null),
    /** 申请销号. */
    REQUEST_CLOSE_OUT("申请销号", Set.of(IN_RECTIFICATION), CLOSE_OUT_REQUESTED),
    /** 初审: where the province verifies. */
    FIRST_REVIEW("初审", Set.of(CLOSE_OUT_REQUESTED), FIRST_REVIEWED) {
        @Override
        boolean fits(Level verifier) {
            return verifier == Level.PROVINCE;
        }
    },
    /** 销号 by the city. */
    CLOSE_BY_CITY("销号", Set.of(CLOSE_OUT_REQUESTED), CLOSED) {
        @Override
        boolean fits(Level verifier) {
            return verifier == Level.CITY;
        }
    },
    /** 销号 by the province. */
    CLOSE_BY_PROVINCE("销号", Set.of(FIRST_REVIEWED), CLOSED) {
        @Override
        boolean fits(Level verifier) {
            return verifier == Level.PROVINCE;
        }
    },
    /** 退回整改. */
    RETURN("退回整改", Set.of(CLOSE_OUT_REQUESTED, FIRST_REVIEWED), IN_RECTIFICATION),
    /** 撤销销号. */
    REVOKE_CLOSE_OUT("撤销销号", Set.of(CLOSED), IN_RECTIFICATION),
    /** 更正登记内容; the status stays. */
    CORRECT("更正", IssueStatus.open(), null),
    /** 增加问题来源; the status stays. */
    ADD_SOURCE_ITEM("增加问题来源", IssueStatus.open(), null),
    /** 答复 to who told of it, whenever that is; the source items of a merged issue are the other one's. */
    ANSWER(
            "答复",
            Set.of(
                    REGISTERED,
                    ASSIGNED,
                    ACKNOWLEDGED,
                    IN_RECTIFICATION,
                    CLOSE_OUT_REQUESTED,
                    FIRST_REVIEWED,
                    CLOSED,
                    REJECTED,
                    LONG_TERM),
            null),
    /** 回访 of who complained, while it is rectified and until it is closed. */
    CALL_BACK("回访", Set.of(IN_RECTIFICATION, CLOSE_OUT_REQUESTED, FIRST_REVIEWED), null),
    /** 拆分: one issue more for each further region; the status stays. */
    SPLIT("拆分", IssueStatus.open(), null),
    /** 合并 into another issue. */
    MERGE("合并", Set.of(REGISTERED, ASSIGNED, ACKNOWLEDGED, IN_RECTIFICATION), MERGED),
    /** 合并 of another issue into this one; the status stays. */
    ABSORB("并入", IssueStatus.open(), null),
    /** 撤销合并: back to where it stood. */
    UNMERGE("撤销合并", Set.of(MERGED), null),
    /** 结转 into the next campaign; the status stays. */
    CARRY_OVER("结转", IssueStatus.open(), null);

    /** Some hundred lists: every row of a page tells one, and nothing else decides which. */
    private static final Map<Standing, List<String>> OPEN = new ConcurrentHashMap<>();

    private record Standing(IssueStatus status, Level verifier, Set<RequestKind> pending) {}

    private final String chinese;
    private final Set<IssueStatus> from;
    private final Optional<IssueStatus> to;

    IssueMove(String chinese, Set<IssueStatus> from, @Nullable IssueStatus to) {
        this.chinese = chinese;
        this.from = from;
        this.to = Optional.ofNullable(to);
    }

    /** @return whether an issue that this one verifies knows the move at all; until assignment nobody does yet */
    boolean fits(Level verifier) {
        return true;
    }

    /** @return where the move leads from there; where it may lead to several, or nowhere else, where the issue stands */
    IssueStatus to(IssueStatus from) {
        return to.orElse(from);
    }

    /** @return 409 that names what is legal instead */
    Refusal refusal(IssueStatus status, List<IssueMove> legal) {
        return Refusal.illegalTransition(
                "该问题当前为“" + status.chinese() + "”，不能" + chinese + "。",
                "The issue is " + status + ", which does not allow " + published() + ".",
                status,
                published(legal));
    }

    /** @return the moves that are legal, in the order of an issue's life */
    static List<IssueMove> legal(IssueStatus status, Level verifier) {
        return Arrays.stream(values())
                .filter(move -> move.isLegal(status, verifier))
                .toList();
    }

    /**
     * @param pending what was asked for and is not decided yet
     * @return the moves that are legal, in the order of an issue's life; what has to be asked for is granted only once it was, and asked for
     *     once. Without what belongs to another issue, to a source item or to the end of a campaign
     */
    static List<IssueMove> open(IssueStatus status, Level verifier, Collection<RequestKind> pending) {
        Set<IssueMove> hidden = EnumSet.of(ABSORB, CARRY_OVER, ANSWER, CALL_BACK);
        for (RequestKind kind : RequestKind.values()) {
            hidden.add(pending.contains(kind) ? kind.asking() : kind.granting());
        }
        return legal(status, verifier).stream()
                .filter(move -> !hidden.contains(move))
                .toList();
    }

    /** @return {@link #open} in the words of the API */
    static List<String> openPublished(IssueStatus status, Level verifier, Collection<RequestKind> pending) {
        return OPEN.computeIfAbsent(
                new Standing(status, verifier, Set.copyOf(pending)),
                standing -> published(open(status, verifier, standing.pending())));
    }

    /** @return these moves in the words of the API */
    static List<String> published(List<IssueMove> moves) {
        return moves.stream().map(IssueMove::published).toList();
    }

    boolean isLegal(IssueStatus status, Level verifier) {
        return from.contains(status) && fits(verifier);
    }

    /** @return the word in the API: who closes is the caller's affair */
    String published() {
        return this == CLOSE_BY_CITY || this == CLOSE_BY_PROVINCE ? "CLOSE" : name();
    }
}
