package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_2;

import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.identity.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues at every step of their life, as Zhengzhou has them. */
final class Issues {

    static final Instant NOW = Instant.parse("2021-10-20T01:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2021, 10, 20);
    static final LocalDate DEADLINE = LocalDate.of(2021, 12, 31);
    static final CauseAnalysis CAUSE = new CauseAnalysis("信息未共享", "压减办理时间", "住建局", List.of("自然资源和规划局"), "张建设");
    static final CloseOutRequest CLOSE_OUT = new CloseOutRequest("已整改到位", "建立定期调度机制", true);

    private Issues() {}

    static NewIssue newIssue(IssueSource source) {
        return newIssue(source, "410100", LocalDate.of(2021, 10, 18));
    }

    static NewIssue newIssue(IssueSource source, String region, @Nullable LocalDate dated) {
        return new NewIssue(
                OtherServices.CAMPAIGN_2021,
                region,
                "施工许可核发超过承诺时限",
                Category.TIME,
                Severity.GENERAL,
                new SourceItem(source, "第1期", "3", dated, "第3项"));
    }

    /** By the province. */
    static Issue registered(IssueSource source) {
        return registered(source, PROVINCE);
    }

    static Issue registered(IssueSource source, Caller registering) {
        LedgerNumber number = new LedgerNumber(2021, "410100", 1);
        return new Issue(
                UUID.fromString("01920000-0000-7000-8000-000000000001"),
                number,
                newIssue(source),
                Origin.NONE,
                registering,
                NOW);
    }

    /** Assigned by the province, so that the source's default says who verifies. */
    static Issue assigned(IssueSource source) {
        Issue issue = registered(source);
        issue.assign(assignment(null), PROVINCE, TODAY.plusDays(2), NOW);
        return issue;
    }

    static Issue acknowledged(IssueSource source) {
        Issue issue = assigned(source);
        issue.acknowledge(ZHENGZHOU, NOW);
        return issue;
    }

    static Issue inRectification(IssueSource source) {
        Issue issue = acknowledged(source);
        issue.analyseCause(CAUSE, ZHENGZHOU);
        issue.rectify(ZHENGZHOU);
        return issue;
    }

    static Issue withEvidence(IssueSource source) {
        Issue issue = inRectification(source);
        issue.addEvidence();
        return issue;
    }

    /** Requested by the first person of the office. */
    static Issue closeOutRequested(IssueSource source) {
        Issue issue = withEvidence(source);
        issue.requestCloseOut(CLOSE_OUT, ZHENGZHOU, NOW);
        return issue;
    }

    /** First reviewed by the second person of the office; only what the province verifies gets there. */
    static Issue firstReviewed(IssueSource source) {
        Issue issue = closeOutRequested(source);
        issue.firstReview(ZHENGZHOU_2, NOW);
        return issue;
    }

    /** The same issue, of which the first person of the office has asked for something. */
    static Issue asked(Issue issue, RequestKind kind) {
        issue.ask(kind, ZHENGZHOU);
        return issue;
    }

    static Issue longTerm(IssueSource source) {
        Issue issue = asked(inRectification(source), RequestKind.LONG_TERM);
        issue.makeLongTerm("逐步推广电子证照", DEADLINE);
        return issue;
    }

    static Issue rejected(IssueSource source) {
        Issue issue = registered(source);
        issue.reject(PROVINCE);
        return issue;
    }

    /** Merged while it was acknowledged. */
    static Issue merged(IssueSource source) {
        Issue issue = acknowledged(source);
        issue.mergeInto(registered(source));
        return issue;
    }

    static Assignment assignment(@Nullable Level verifier) {
        return new Assignment(DEADLINE, null, verifier, null);
    }
}
