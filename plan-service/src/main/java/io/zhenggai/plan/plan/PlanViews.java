package io.zhenggai.plan.plan;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.plan.ledger.KnownIssue;
import io.zhenggai.plan.plan.PlanView.NamedIssue;
import io.zhenggai.plan.plan.content.At;
import io.zhenggai.plan.plan.content.Coverage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows whole plans. */
@ApplicationScoped
class PlanViews {

    private final PlanSubmissions submissions;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PlanViews(PlanSubmissions submissions, WorkingCalendar calendar, Clock clock) {
        this.submissions = submissions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * One statement; none for a draft that was never submitted.
     *
     * @param known the issues of the plan's region and campaign
     */
    PlanView whole(Plan plan, List<KnownIssue> known) {
        Set<String> named = plan.content().references().stream().map(At::thing).collect(Collectors.toSet());
        PlanFields fields = plan.fields();
        LocalDate judgedOn = Optional.ofNullable(fields.submittedAt())
                .map(BusinessTime::dateOf)
                .orElse(BusinessTime.today(clock));
        return new PlanView(
                fields,
                PlanMove.legal(fields.status()),
                plan.content(),
                fields.firstSubmittedAt() == null ? List.of() : submissions.of(plan.id()),
                known.stream()
                        .filter(issue -> named.contains(issue.id().toString()))
                        .map(NamedIssue::of)
                        .toList(),
                Coverage.of(plan.content(), known, judgedOn, calendar).later().stream()
                        .map(NamedIssue::of)
                        .toList());
    }
}
