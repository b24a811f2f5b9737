package io.zhenggai.plan.plan;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.plan.ledger.IssueReference;
import io.zhenggai.plan.ledger.KnownIssues;
import io.zhenggai.plan.plan.content.At;
import io.zhenggai.plan.plan.content.PlanContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Waits, before the transaction, for the issues that a plan's content refers to, whose events may still be under way. */
@ApplicationScoped
class AwaitedIssues {

    private final KnownIssues issues;

    AwaitedIssues(KnownIssues issues) {
        this.issues = issues;
    }

    /** Which of them there are is judged in the transaction. */
    void await(Caller caller, PlanContent content) {
        issues.await(
                caller.region(),
                content.references().stream()
                        .map(At::thing)
                        .map(IssueReference::of)
                        .collect(Collectors.toSet()));
    }
}
