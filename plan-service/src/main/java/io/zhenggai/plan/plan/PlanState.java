package io.zhenggai.plan.plan;

import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.plan.plan.content.PlanContent;
import java.util.Map;
import java.util.Optional;

/** All that a plan holds at one moment; compared field by field for the history. */
record PlanState(PlanFields plan, PlanContent content) {

    static PlanState of(Plan plan) {
        return new PlanState(plan.fields(), plan.content());
    }

    /** @return what differs from the state before; all of it where there was none */
    Map<String, Change> changesSince(Optional<PlanState> before) {
        Map<String, Change> changes = FieldChanges.between(before.orElse(null), this);
        // Every change counts it, and it stands beside them.
        changes.remove("plan.version");
        return changes;
    }
}
