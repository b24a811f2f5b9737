package io.zhenggai.plan.plan.content;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.plan.ledger.KnownIssue;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which open issues a plan says nothing about.
 *
 * @param missing those that it has to speak of: assigned at least 5 working days before
 * @param later those that were assigned since 后续纳入
 */
public record Coverage(List<KnownIssue> missing, List<KnownIssue> later) {

    private static final int WORKING_DAYS_TO_COVER = 5;

    /**
     * @param issues those of the plan's region and campaign
     * @param day the day on which the plan is, or was, submitted
     */
    public static Coverage of(PlanContent content, List<KnownIssue> issues, LocalDate day, WorkingCalendar calendar) {
        Set<String> named = content.references().stream().map(At::thing).collect(Collectors.toSet());
        List<KnownIssue> unnamed = issues.stream()
                .filter(KnownIssue::isOpen)
                .filter(issue -> !named.contains(issue.id().toString()))
                .toList();
        return new Coverage(
                unnamed.stream()
                        .filter(issue -> isRequired(issue, day, calendar))
                        .toList(),
                unnamed.stream()
                        .filter(issue -> !isRequired(issue, day, calendar))
                        .toList());
    }

    private static boolean isRequired(KnownIssue issue, LocalDate day, WorkingCalendar calendar) {
        LocalDate assignedOn = issue.assignedOn().orElseThrow();
        return !calendar.plusWorkingDays(assignedOn, WORKING_DAYS_TO_COVER).isAfter(day);
    }
}
