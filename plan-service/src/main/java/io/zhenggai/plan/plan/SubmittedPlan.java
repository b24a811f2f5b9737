package io.zhenggai.plan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.plan.plan.content.PlanContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One filing of a plan, and what the province said of it.
 *
 * @param number from 1
 * @param submittedBy the name of who submitted
 * @param judgedOn the versions of the issues by which it was checked
 * @param outcome RETURNED or ACCEPTED; absent while it waits
 * @param reviewedBy the name of who reviewed
 * @param content as it was filed; absent where several filings are shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmittedPlan(
        int number,
        Instant submittedAt,
        String submittedBy,
        String documentNumber,
        String signatory,
        List<JudgedIssue> judgedOn,
        @Nullable PlanStatus outcome,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy,
        @Nullable List<PlanReturn.Reason> reasons,
        @Nullable LocalDate resubmitBy,
        @Nullable String opinion,
        @Nullable PlanContent content) {

    /** @param eventVersion the version of the issue's event that was known */
    record JudgedIssue(UUID issue, long eventVersion) {}
}
