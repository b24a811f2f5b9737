package io.zhenggai.notification.owed;

import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.notification.planning.OwedKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
        keep(event, state, OwedKind.ISSUE_ACKNOWLEDGEMENT, state.acknowledgementOwedBy());
        keep(event, state, OwedKind.ISSUE_RECTIFICATION, state.rectificationOwedBy());
    }

    private void keep(Event event, State state, OwedKind kind, Optional<LocalDate> dueOn) {
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
                        event.occurredAt())),
                () -> owed.settle(event.aggregateId(), List.of(kind)));
    }

    /** What is read of an issue's state; the sender's has more. */
    record State(
            String ledgerNumber,
            UUID campaignId,
            String city,
            String region,
            String status,
            @Nullable String leadUnit,
            @Nullable LocalDate acknowledgeBy,
            @Nullable LocalDate deadline) {

        Optional<LocalDate> acknowledgementOwedBy() {
            return Optional.ofNullable(acknowledgeBy).filter(date -> status.equals(TO_ACKNOWLEDGE));
        }

        Optional<LocalDate> rectificationOwedBy() {
            return Optional.ofNullable(deadline).filter(date -> TO_RECTIFY.contains(status));
        }
    }
}
