package io.zhenggai.issue.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever supervises knows of an issue: where it stands, who has it, and by when.
 *
 * @param assignedBy the level that assigned it
 * @param allotted whether the office has handed it on 分办
 * @param leadUnit whoever leads, where one is named
 * @param acknowledgeBy by whoever it was handed down to last
 * @param returns how often its close-out was returned
 */
public record SupervisedIssue(
        UUID id,
        String ledgerNumber,
        String city,
        String region,
        IssueStatus status,
        @Nullable Level assignedBy,
        boolean allotted,
        @Nullable String leadUnit,
        @Nullable LocalDate acknowledgeBy,
        @Nullable LocalDate deadline,
        int returns) {

    static SupervisedIssue of(Issue issue) {
        IssueFields fields = issue.fields();
        return new SupervisedIssue(
                fields.id(),
                fields.ledgerNumber(),
                fields.city(),
                fields.region(),
                fields.status(),
                fields.assignedBy(),
                fields.allottedAt() != null,
                fields.leadUnit(),
                fields.acknowledgeBy(),
                fields.deadline(),
                fields.returns());
    }
}
