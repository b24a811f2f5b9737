package io.zhenggai.notification.owed;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.notification.planning.OwedKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps up to date what is owed of issues, by two statements an event. No projection: the rows of obligations and issues share a
 * table, and who plans reminders notes in it what was read.
 */
@ApplicationScoped
class IssueEventHandler implements EventHandler {

    private static final String TO_ACKNOWLEDGE = "ASSIGNED";
    private static final Set<String> TO_RECTIFY = Set.of("ASSIGNED", "ACKNOWLEDGED", "IN_RECTIFICATION");

    /** The sender does not count its deadlines. */
    private static final long COUNTED_HERE = 0;

    private final OwedTable owed;

    IssueEventHandler(OwedTable owed) {
        this.owed = owed;
    }

    @Override
    public String aggregateType() {
        return "issue";
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("issue.") && type.endsWith(".v1");
    }

    @Override
    public void on(Event event) {
        State state = event.state(State.class);
        keep(event, state, OwedKind.ISSUE_ACKNOWLEDGEMENT, state.acknowledgementOwedBy(), state.handedDownOn());
        keep(event, state, OwedKind.ISSUE_RECTIFICATION, state.rectificationOwedBy(), state.assignedOn());
    }

    private void keep(
            Event event, State state, OwedKind kind, Optional<LocalDate> dueOn, @Nullable LocalDate owedSince) {
        dueOn.ifPresentOrElse(
                date -> owed.put(new OwedRow(
                        kind,
                        event.aggregateId(),
                        state.campaignId(),
                        state.ledgerNumber(),
                        state.city(),
                        state.region(),
                        Optional.ofNullable(state.leadUnit()).map(String::strip),
                        date,
                        COUNTED_HERE,
                        since(event, state, owedSince))),
                () -> owed.settle(event.aggregateId(), List.of(kind)));
    }

    /**
     * Since when it is owed, where that is not known here yet. A snapshot tells it by the day only, and of what was returned or has
     * another deadline since not at all: its last change comes next to it. Nothing is reminded of on that day that had not been, and the days of the
     * ladder are the same.
     */
    private static Instant since(Event event, State state, @Nullable LocalDate owedSince) {
        if (!event.isSnapshot() || owedSince == null || state.hasAnotherDeadline()) {
            return event.occurredAt();
        }
        Instant endOfDay = BusinessTime.firstLateMoment(owedSince).minus(1, ChronoUnit.MICROS);
        return endOfDay.isBefore(event.occurredAt()) ? endOfDay : event.occurredAt();
    }

    /** What is read of an issue's state; the sender's has more. */
    record State(
            String ledgerNumber,
            UUID campaignId,
            String city,
            String region,
            String status,
            @Nullable String leadUnit,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate acknowledgeBy,
            @Nullable LocalDate allottedOn,
            @Nullable LocalDate deadline,
            @Nullable UUID carriedOverFrom,
            int returns,
            int extensions,
            int revocations) {

        @Nullable
        LocalDate handedDownOn() {
            return allottedOn == null ? assignedOn : allottedOn;
        }

        /** Whether what is owed now was set after the assignment, on a day that the state does not tell. */
        boolean hasAnotherDeadline() {
            return returns > 0 || extensions > 0 || revocations > 0 || carriedOverFrom != null;
        }

        Optional<LocalDate> acknowledgementOwedBy() {
            return Optional.ofNullable(acknowledgeBy).filter(date -> status.equals(TO_ACKNOWLEDGE));
        }

        Optional<LocalDate> rectificationOwedBy() {
            return Optional.ofNullable(deadline).filter(date -> TO_RECTIFY.contains(status));
        }
    }
}
