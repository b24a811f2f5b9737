package io.zhenggai.notification.owed;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.notification.planning.OwedKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event tells to be owed of its issue. The sender does not count its deadlines: they are counted where the rows are kept. */
record IssueDebts(Event event, State state) {

    private static final String TO_ACKNOWLEDGE = "ASSIGNED";
    private static final Set<String> TO_RECTIFY = Set.of("ASSIGNED", "ACKNOWLEDGED", "IN_RECTIFICATION");
    private static final String LONG_TERM = "LONG_TERM";
    private static final long COUNTED_ELSEWHERE = 0;

    /** @return at most one of each kind */
    List<OwedRow> all() {
        List<OwedRow> owed = new ArrayList<>();
        if (state.acknowledgeBy != null && state.status.equals(TO_ACKNOWLEDGE)) {
            owed.add(
                    isTheCitysToAcknowledge()
                            ? byOffice(
                                    OwedKind.ISSUE_ACKNOWLEDGEMENT, State.Level.CITY, state.acknowledgeBy, handedDown())
                            : byWhoHandlesIt(OwedKind.ISSUE_ACKNOWLEDGEMENT, state.acknowledgeBy, handedDown()));
        }
        if (state.deadline != null && TO_RECTIFY.contains(state.status)) {
            owed.add(byWhoHandlesIt(OwedKind.ISSUE_RECTIFICATION, state.deadline, told(state.owedSince)));
        }
        if (state.answerDueOn != null) {
            owed.add(byWhoHandlesIt(OwedKind.ANSWER, state.answerDueOn, told(state.answerOwedSince)));
        }
        if (state.stageReviewOn != null && state.verifier != null && state.status.equals(LONG_TERM)) {
            owed.add(byOffice(OwedKind.STAGE_REVIEW, state.verifier, state.stageReviewOn, told(state.owedSince)));
        }
        for (State.Decision decision : state.decisions()) {
            if (decision.kind != null && decision.decidedBy != null) {
                owed.add(byOffice(decision.kind.owed, decision.decidedBy, decision.dueOn, decision.askedAt));
            }
        }
        return owed;
    }

    /** 省交办、市签收、市分办: a county acknowledges what the city has handed on. */
    private boolean isTheCitysToAcknowledge() {
        return state.assignedBy == State.Level.PROVINCE && state.allottedOn == null && state.leadUnit == null;
    }

    private OwedRow byWhoHandlesIt(OwedKind kind, LocalDate dueOn, Instant since) {
        Optional<String> unit = Optional.ofNullable(state.leadUnit).map(String::strip);
        return row(kind, state.city, state.region, unit, dueOn, since);
    }

    private OwedRow byOffice(OwedKind kind, State.Level level, LocalDate dueOn, Instant since) {
        String office = level == State.Level.CITY
                ? state.city
                : new RegionCode(state.city).provinceCode().value();
        return row(kind, office, office, Optional.empty(), dueOn, since);
    }

    private OwedRow row(
            OwedKind kind, String city, String region, Optional<String> unit, LocalDate dueOn, Instant since) {
        return new OwedRow(
                kind,
                event.aggregateId(),
                state.campaignId,
                state.ledgerNumber,
                city,
                region,
                unit,
                dueOn,
                COUNTED_ELSEWHERE,
                since);
    }

    /** What was told before senders told since when: since what the event tells of. */
    private Instant told(@Nullable Instant since) {
        return since == null ? event.occurredAt() : since;
    }

    /**
     * A snapshot tells by the day only when it was handed down: nothing is reminded of on that day that had not been, and the days of the
     * ladder are the same.
     */
    private Instant handedDown() {
        LocalDate day = state.allottedOn == null ? state.assignedOn : state.allottedOn;
        if (!event.isSnapshot() || day == null) {
            return event.occurredAt();
        }
        Instant endOfDay = BusinessTime.firstLateMoment(day).minus(1, ChronoUnit.MICROS);
        return endOfDay.isBefore(event.occurredAt()) ? endOfDay : event.occurredAt();
    }

    /** What is read of an issue's state; the sender's has more. */
    record State(
            String ledgerNumber,
            UUID campaignId,
            String city,
            String region,
            String status,
            @Nullable Level verifier,
            @Nullable Level assignedBy,
            @Nullable String leadUnit,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate acknowledgeBy,
            @Nullable LocalDate allottedOn,
            @Nullable LocalDate deadline,
            @Nullable LocalDate stageReviewOn,
            @Nullable Instant owedSince,
            @Nullable List<Decision> decisionsOwed,
            @Nullable LocalDate answerDueOn,
            @Nullable Instant answerOwedSince) {

        /** None were told of before there were any. */
        List<Decision> decisions() {
            return decisionsOwed == null ? List.of() : decisionsOwed;
        }

        /** Who decides or reviews. */
        enum Level {
            PROVINCE,
            CITY
        }

        /** A decision that is waited for. Null for a request or level that this service does not know. */
        record Decision(@Nullable Request kind, @Nullable Level decidedBy, Instant askedAt, LocalDate dueOn) {}

        /** What was asked for. */
        enum Request {
            EXTENSION(OwedKind.EXTENSION_DECISION),
            REASSIGNMENT(OwedKind.REASSIGNMENT_DECISION),
            LONG_TERM(OwedKind.LONG_TERM_DECISION);

            private final OwedKind owed;

            Request(OwedKind owed) {
                this.owed = owed;
            }
        }
    }
}
