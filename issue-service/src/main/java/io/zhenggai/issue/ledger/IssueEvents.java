package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of an issue: the type strings, and the public state: no text, no person. */
final class IssueEvents {

    static final String AGGREGATE_TYPE = "issue";
    static final String REGISTERED = "issue.registered.v1";
    static final String ASSIGNED = "issue.assigned.v1";
    static final String ACKNOWLEDGED = "issue.acknowledged.v1";
    static final String CAUSE_ANALYSED = "issue.cause-analysed.v1";
    static final String RECTIFICATION_STARTED = "issue.rectification-started.v1";
    static final String EVIDENCE_ADDED = "issue.evidence-added.v1";
    static final String CLOSE_OUT_REQUESTED = "issue.close-out-requested.v1";
    static final String FIRST_REVIEWED = "issue.first-reviewed.v1";
    static final String CLOSED = "issue.closed.v1";
    static final String RETURNED = "issue.returned.v1";

    private IssueEvents() {}

    static NewEvent of(Issue issue, String type, Map<String, Object> change, Instant now) {
        EventData<State> data = new EventData<>(State.of(issue.fields()), change);
        return new NewEvent(AGGREGATE_TYPE, issue.id(), issue.nextEventVersion(), type, now, data);
    }

    /** What others may know of an issue. */
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
            @Nullable Verifier verifier,
            @Nullable String leadUnit,
            LocalDate registeredOn,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate acknowledgeBy,
            @Nullable LocalDate acknowledgedOn,
            @Nullable LocalDate deadline,
            @Nullable LocalDate closeOutRequestedOn,
            @Nullable LocalDate closedOn,
            int returns) {

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
                    issue.verifier(),
                    issue.leadUnit(),
                    BusinessTime.dateOf(issue.registeredAt()),
                    date(issue.assignedAt()),
                    issue.acknowledgeBy(),
                    date(issue.acknowledgedAt()),
                    issue.deadline(),
                    date(issue.closeOutRequestedAt()),
                    date(issue.closedAt()),
                    issue.returns());
        }

        private static @Nullable LocalDate date(@Nullable Instant moment) {
            return Optional.ofNullable(moment).map(BusinessTime::dateOf).orElse(null);
        }
    }
}
