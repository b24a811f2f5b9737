package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of an issue: what others may know of it. No text, no file name, no person. */
final class IssueEvents {

    static final String AGGREGATE_TYPE = "issue";

    private IssueEvents() {}

    /** Takes the issue's next event version: to be called once for each change, before it is stored. */
    static NewEvent of(Issue issue, IssueAction action, Map<String, Object> change, Instant now) {
        EventData<State> data = new EventData<>(State.of(issue.fields()), change);
        return new NewEvent(AGGREGATE_TYPE, issue.id(), issue.nextEventVersion(), action.eventType(), now, data);
    }

    /** Its state told again. */
    static NewEvent snapshot(Issue issue, Instant changedAt) {
        return NewEvent.snapshot(AGGREGATE_TYPE, issue.id(), issue.eventVersion(), changedAt, State.of(issue.fields()));
    }

    /**
     * An issue as others keep it. Whoever shows issues to a department needs every unit by which the ledger does: lead,
     * cooperating, and the one that registered.
     *
     * @param closeOutRequestedOn of the request at hand; a return takes it away
     * @param firstReviewedOn since when the province is to verify
     */
    record State(
            UUID id,
            String ledgerNumber,
            UUID campaignId,
            String city,
            String region,
            IssueSource source,
            Category category,
            Severity severity,
            IssueStatus status,
            @Nullable String registeredUnit,
            @Nullable Level verifier,
            @Nullable Level assignedBy,
            @Nullable String leadUnit,
            List<String> cooperatingUnits,
            LocalDate registeredOn,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate acknowledgeBy,
            @Nullable LocalDate allottedOn,
            @Nullable LocalDate acknowledgedOn,
            @Nullable LocalDate deadline,
            @Nullable LocalDate stageReviewOn,
            @Nullable LocalDate closeOutRequestedOn,
            @Nullable LocalDate firstReviewedOn,
            @Nullable LocalDate closedOn,
            @Nullable UUID mergedInto,
            @Nullable UUID recurrenceOf,
            @Nullable UUID splitFrom,
            @Nullable UUID carriedOverFrom,
            int returns,
            int extensions,
            int revocations,
            List<RequestKind> pendingRequests,
            int answersOwed,
            @Nullable LocalDate answerDueOn,
            int evidenceCount) {

        static State of(IssueFields issue) {
            return new State(
                    issue.id(),
                    issue.ledgerNumber(),
                    issue.campaignId(),
                    issue.city(),
                    issue.region(),
                    issue.source(),
                    issue.category(),
                    issue.severity(),
                    issue.status(),
                    issue.registeredUnit(),
                    issue.verifier(),
                    issue.assignedBy(),
                    issue.leadUnit(),
                    issue.cooperatingUnits(),
                    BusinessTime.dateOf(issue.registeredAt()),
                    date(issue.assignedAt()),
                    issue.acknowledgeBy(),
                    date(issue.allottedAt()),
                    date(issue.acknowledgedAt()),
                    issue.deadline(),
                    issue.stageReviewOn(),
                    date(issue.closeOutRequestedAt()),
                    date(issue.firstReviewedAt()),
                    date(issue.closedAt()),
                    issue.mergedInto(),
                    issue.recurrenceOf(),
                    issue.splitFrom(),
                    issue.carriedOverFrom(),
                    issue.returns(),
                    issue.extensions(),
                    issue.revocations(),
                    issue.pendingRequests(),
                    issue.answersOwed(),
                    issue.answerDueOn(),
                    issue.evidenceCount());
        }

        private static @Nullable LocalDate date(@Nullable Instant moment) {
            return Optional.ofNullable(moment).map(BusinessTime::dateOf).orElse(null);
        }
    }
}
