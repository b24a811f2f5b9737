package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.kit.problem.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what people write of where an issue stands: codes, the official terms, and those in use. */
final class StatusTerms {

    private static final Map<String, IssueStatus> STATUSES = statuses();

    /** Whether anybody has verified it these do not tell, and just that is what a close-out is. */
    private static final Set<String> UNVERIFIED =
            Set.of("已整改", "整改完成", "已完成", "完成", "已完成整改", "整改到位", "已办结", "办结", "已解决", "已闭环");

    private StatusTerms() {}

    /** @return where the issue stands; empty where the words do not tell */
    static Optional<IssueStatus> status(String text) {
        return Optional.ofNullable(STATUSES.get(LedgerTerms.plain(text)));
    }

    /** @return what to write instead */
    static Words unknown(String text) {
        String shown = Shown.of(text);
        return UNVERIFIED.contains(LedgerTerms.plain(text))
                ? new Words(
                        "“" + shown + "”未说明是否已验收销号。已验收销号的请写“已销号”，尚未验收的请写“整改中”",
                        "does not tell whether it was verified: write 已销号 if it was, 整改中 if not: " + shown)
                : new Words(
                        "没有这一状态，应为“已登记”（待交办）、“已交办”、“已签收”、“整改中”或“已销号”：" + shown,
                        "no such status; write 已登记, 已交办, 已签收, 整改中 or 已销号: " + shown);
    }

    private static Map<String, IssueStatus> statuses() {
        Map<String, IssueStatus> statuses = new HashMap<>();
        Arrays.stream(IssueStatus.values()).forEach(status -> {
            statuses.put(status.name(), status);
            statuses.put(status.chinese(), status);
        });
        name(statuses, IssueStatus.REGISTERED, "待交办", "未交办", "登记");
        name(statuses, IssueStatus.ASSIGNED, "交办", "待签收", "未签收");
        name(statuses, IssueStatus.ACKNOWLEDGED, "签收", "待整改");
        name(statuses, IssueStatus.IN_RECTIFICATION, "正在整改", "整改推进中", "推进中");
        name(statuses, IssueStatus.CLOSE_OUT_REQUESTED, "已申请销号", "待验收", "待销号", "待初审");
        name(statuses, IssueStatus.FIRST_REVIEWED, "已初审", "待省级验收");
        name(statuses, IssueStatus.CLOSED, "销号", "已验收销号", "完成销号");
        name(statuses, IssueStatus.REJECTED, "不受理");
        name(statuses, IssueStatus.MERGED, "合并");
        return Map.copyOf(statuses);
    }

    private static void name(Map<String, IssueStatus> statuses, IssueStatus status, String... terms) {
        Arrays.stream(terms).forEach(term -> statuses.put(term, status));
    }
}
