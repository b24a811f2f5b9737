package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.WorkingCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which decisions issues wait for. */
@ApplicationScoped
class DecisionsOwed {

    private final IssueRequests requests;
    private final WorkingCalendar calendar;

    DecisionsOwed(IssueRequests requests, WorkingCalendar calendar) {
        this.requests = requests;
        this.calendar = calendar;
    }

    /** One statement where something is pending, else none. */
    List<DecisionOwed> of(Issue issue) {
        return of(List.of(issue)).getOrDefault(issue.id(), List.of());
    }

    /** One statement for any number of issues. @return of each that waits for any, in the order in which they were asked for */
    Map<UUID, List<DecisionOwed>> of(List<Issue> issues) {
        Map<UUID, Issue> waiting = issues.stream()
                .filter(issue -> !issue.pendingRequests().isEmpty())
                .collect(Collectors.toMap(Issue::id, issue -> issue));
        if (waiting.isEmpty()) {
            return Map.of();
        }
        return requests.pending(waiting.keySet()).stream()
                // What is being settled is stored as settled behind the event.
                .filter(one -> waiting.get(one.issueId()).pendingRequests().contains(one.kind()))
                .collect(Collectors.groupingBy(
                        IssueRequests.Pending::issueId,
                        Collectors.mapping(
                                one -> DecisionOwed.of(
                                        one.kind(),
                                        one.decidedBy(),
                                        one.askedAt(),
                                        waiting.get(one.issueId()).deadline(),
                                        calendar),
                                Collectors.toList())));
    }
}
