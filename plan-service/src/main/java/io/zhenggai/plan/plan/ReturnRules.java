package io.zhenggai.plan.plan;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.plan.content.PlanContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of a return. */
final class ReturnRules {

    private static final int RESUBMIT_WITHIN_WORKING_DAYS = 3;
    private static final int LATEST_DAYS = 90;

    private final WorkingCalendar calendar;

    ReturnRules(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @return until when the corrected plan is owed
     * @throws Refusal 422 when a reason names a section that the plan has not, or the date is past or too far
     */
    LocalDate resubmitBy(PlanReturn review, PlanContent content, LocalDate today) {
        List<Violation> broken = new ArrayList<>();
        Set<String> sections = Set.copyOf(content.sections());
        for (int i = 0; i < review.reasons().size(); i++) {
            if (!sections.contains(review.reasons().get(i).section())) {
                broken.add(Violation.of(
                        "reasons[" + i + "].section",
                        "方案中没有该部分；可用 plan（整个方案）、uncovered 或 goals[0].tasks[0] 这样的位置",
                        "no section of this plan; plan, uncovered, or a place such as goals[0].tasks[0]"));
            }
        }
        LocalDate latest = today.plusDays(LATEST_DAYS);
        LocalDate resubmitBy = Optional.ofNullable(review.resubmitBy())
                .orElseGet(() -> calendar.plusWorkingDays(today, RESUBMIT_WITHIN_WORKING_DAYS));
        if (resubmitBy.isBefore(today) || resubmitBy.isAfter(latest)) {
            broken.add(Violation.of(
                    "resubmitBy", "须在 " + today + " 至 " + latest + " 之间", "must be from " + today + " to " + latest));
        }
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        return resubmitBy;
    }

    /** @return the reasons as one text, for the history */
    String inWords(PlanReturn review) {
        return review.reasons().stream()
                .map(reason -> reason.section() + "：" + reason.reason())
                .collect(Collectors.joining("\n"));
    }
}
