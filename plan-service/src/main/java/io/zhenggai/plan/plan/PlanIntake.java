package io.zhenggai.plan.plan;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.plan.ledger.IssueReference;
import io.zhenggai.plan.ledger.KnownIssues;
import io.zhenggai.plan.plan.content.At;
import io.zhenggai.plan.plan.content.PlanContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes content in: waits for issues whose events are still under way, then lets the service judge, in its transaction. */
@ApplicationScoped
class PlanIntake {

    private final KnownIssues issues;
    private final PlanService plans;

    PlanIntake(KnownIssues issues, PlanService plans) {
        this.issues = issues;
        this.plans = plans;
    }

    PlanView draft(Caller caller, NewPlan from) {
        await(caller, from.content());
        return plans.draft(caller, from);
    }

    PlanView revise(Caller caller, UUID id, @Nullable String ifMatch, PlanContent content) {
        await(caller, content);
        return plans.revise(caller, id, ifMatch, content);
    }

    private void await(Caller caller, PlanContent content) {
        issues.await(
                caller.region(),
                content.references().stream()
                        .map(At::thing)
                        .map(IssueReference::of)
                        .collect(Collectors.toSet()));
    }
}
