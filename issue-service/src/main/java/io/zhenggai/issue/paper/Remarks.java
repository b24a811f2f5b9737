package io.zhenggai.issue.paper;

import io.zhenggai.issue.ledger.FoundIn;
import io.zhenggai.issue.ledger.IssueFields;
import io.zhenggai.issue.ledger.LedgerLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 备注: what is known of an issue and has no column of its own. */
final class Remarks {

    private Remarks() {}

    /** @return null where there is nothing to remark */
    static @Nullable String of(LedgerLine line) {
        IssueFields issue = line.issue();
        List<String> remarks = new ArrayList<>();
        line.sources().stream().skip(1).forEach(also -> remarks.add("另见" + words(also)));
        count(remarks, "退回", issue.returns());
        count(remarks, "延期", issue.extensions());
        count(remarks, "撤销销号", issue.revocations());
        if (issue.recurrenceOf() != null) {
            remarks.add("问题反弹");
        }
        if (issue.carriedOverFrom() != null) {
            remarks.add("上次整改行动结转");
        }
        if (issue.stageReviewOn() != null) {
            remarks.add("阶段评估" + ChineseDay.of(issue.stageReviewOn()));
        }
        return remarks.isEmpty() ? null : String.join("；", remarks);
    }

    private static String words(FoundIn source) {
        return source.source().chinese() + (source.documentNumber() == null ? "" : " " + source.documentNumber());
    }

    private static void count(List<String> remarks, String what, int times) {
        if (times > 0) {
            remarks.add(what + times + "次");
        }
    }
}
