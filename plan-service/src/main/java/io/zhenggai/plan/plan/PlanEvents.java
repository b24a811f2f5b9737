package io.zhenggai.plan.plan;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.plan.plan.content.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of a plan: the type strings, and the public state: no text, no person. */
final class PlanEvents {

    static final String AGGREGATE_TYPE = "plan";
    static final String DRAFTED = "plan.drafted.v1";
    static final String REVISED = "plan.revised.v1";
    static final String SUBMITTED = "plan.submitted.v1";
    static final String RETURNED = "plan.returned.v1";
    static final String ACCEPTED = "plan.accepted.v1";

    private PlanEvents() {}

    /** Takes the plan's next version. */
    static NewEvent of(Plan plan, String type, Instant now) {
        return new NewEvent(
                AGGREGATE_TYPE, plan.id(), plan.nextEventVersion(), type, now, EventData.of(State.of(plan)));
    }

    /** Its state told again. */
    static NewEvent snapshot(Plan plan, Instant changedAt) {
        return NewEvent.snapshot(AGGREGATE_TYPE, plan.id(), plan.eventVersion(), changedAt, State.of(plan));
    }

    /** What others may know of a plan. */
    record State(
            UUID id,
            UUID campaignId,
            String region,
            PlanStatus status,
            @Nullable String documentNumber,
            int goalCount,
            int taskCount,
            int measureCount,
            List<PlannedMeasure> measures,
            @Nullable Instant submittedAt,
            @Nullable Instant firstSubmittedAt,
            @Nullable Instant returnedAt,
            @Nullable LocalDate resubmitBy,
            int returns,
            @Nullable Instant acceptedAt) {

        static State of(Plan plan) {
            PlanFields fields = plan.fields();
            return new State(
                    fields.id(),
                    fields.campaignId(),
                    fields.region(),
                    fields.status(),
                    fields.documentNumber(),
                    fields.goalCount(),
                    fields.taskCount(),
                    fields.measureCount(),
                    plan.content().measures().stream()
                            .map(measure -> PlannedMeasure.of(measure.thing()))
                            .toList(),
                    fields.submittedAt(),
                    fields.firstSubmittedAt(),
                    fields.returnedAt(),
                    fields.resubmitBy(),
                    fields.returns(),
                    fields.acceptedAt());
        }

        /** @param issues the ids of those that it answers */
        record PlannedMeasure(
                @Nullable UUID id,
                @Nullable LocalDate deadline,
                @Nullable String leadUnit,
                List<String> issues) {
            static PlannedMeasure of(Measure measure) {
                return new PlannedMeasure(measure.id(), measure.deadline(), measure.leadUnit(), measure.issues());
            }
        }
    }
}
