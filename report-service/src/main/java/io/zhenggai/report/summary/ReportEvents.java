package io.zhenggai.report.summary;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of a report: the type strings, and the public state: no text, no person. */
final class ReportEvents {

    static final String AGGREGATE_TYPE = "report";
    static final String DRAFTED = "report.drafted.v1";
    static final String REVISED = "report.revised.v1";
    static final String SUBMITTED = "report.submitted.v1";
    static final String RETURNED = "report.returned.v1";
    static final String ACCEPTED = "report.accepted.v1";

    private ReportEvents() {}

    static NewEvent of(Report report, String type, Instant now) {
        EventData<State> data = EventData.of(State.of(report.fields()));
        return new NewEvent(AGGREGATE_TYPE, report.id(), report.nextEventVersion(), type, now, data);
    }

    /** Its state told again. */
    static NewEvent snapshot(Report report, Instant changedAt) {
        return NewEvent.snapshot(
                AGGREGATE_TYPE, report.id(), report.eventVersion(), changedAt, State.of(report.fields()));
    }

    /** What others may know of a report. */
    record State(
            UUID id,
            UUID campaignId,
            String region,
            ReportStatus status,
            @Nullable String documentNumber,
            @Nullable Instant submittedAt,
            @Nullable Instant firstSubmittedAt,
            @Nullable Instant returnedAt,
            @Nullable LocalDate resubmitBy,
            int returns,
            @Nullable Instant acceptedAt) {

        static State of(ReportFields report) {
            return new State(
                    report.id(),
                    report.campaignId(),
                    report.region(),
                    report.status(),
                    report.documentNumber(),
                    report.submittedAt(),
                    report.firstSubmittedAt(),
                    report.returnedAt(),
                    report.resubmitBy(),
                    report.returns(),
                    report.acceptedAt());
        }
    }
}
