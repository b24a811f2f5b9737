package io.zhenggai.plan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhenggai.plan.ledger.KnownIssue;
import io.zhenggai.plan.plan.content.PlanContent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is shown; in lists without what follows the legal moves.
 *
 * @param legalMoves what may be done with it now, whoever may do it
 * @param submissions every filing so far, the oldest first
 * @param issues those that the content names by their ids, with their ledger numbers
 * @param laterIssues 后续纳入: open issues that were assigned too late to be required, and are not named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
        @JsonUnwrapped PlanFields fields,
        List<String> legalMoves,
        @Nullable PlanContent content,
        @Nullable List<SubmittedPlan> submissions,
        @Nullable List<NamedIssue> issues,
        @Nullable List<NamedIssue> laterIssues) {

    /** @return the plan as it stands in a list */
    static PlanView row(PlanFields fields) {
        return new PlanView(fields, PlanMove.legal(fields.status()), null, null, null, null);
    }

    /** An issue of the ledger. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NamedIssue(
            UUID id, String ledgerNumber, @Nullable LocalDate assignedOn) {
        static NamedIssue of(KnownIssue issue) {
            return new NamedIssue(
                    issue.id(), issue.ledgerNumber(), issue.assignedOn().orElse(null));
        }
    }
}
