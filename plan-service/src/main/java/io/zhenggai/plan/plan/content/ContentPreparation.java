package io.zhenggai.plan.plan.content;

import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.ledger.IssueReference;
import io.zhenggai.plan.ledger.KnownIssue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes what somebody sent into what is stored: every measure has an id, every issue is named by its id and is one of the
 * region's own. A foreign issue reads like an unknown one.
 */
public final class ContentPreparation {

    /** With these an event of the plan stays below the largest size that is sent, whatever characters it holds. */
    private static final int MOST_MEASURES = 500;

    private static final int MOST_REFERENCES = 5_000;

    private final Ids ids;

    /** @param ids gives the ids of new measures */
    public ContentPreparation(Ids ids) {
        this.ids = ids;
    }

    /**
     * @param path where the content stands in the request, such as {@code content.}; empty when it is the whole
     * @param known the measures that the plan has so far
     * @param issues those of the plan's region and campaign
     * @throws Refusal 400 when it is too much; 422 when an issue or a measure is none of
     *     this region's plan
     */
    public PlanContent prepare(String path, PlanContent given, Set<UUID> known, List<KnownIssue> issues) {
        refuseUnlessBounded(path, given);
        References references = new References(issues);
        List<Violation> broken = new ArrayList<>();
        given.references().stream()
                .filter(reference -> !references.know(reference.thing()))
                .map(reference -> Violation.of(
                        path + reference.path(), "本地区没有该问题", "no issue of this id or number in this region"))
                .forEach(broken::add);
        broken.addAll(strangeMeasures(path, given, known));
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        return rewritten(given, references);
    }

    private static void refuseUnlessBounded(String path, PlanContent given) {
        List<Violation> broken = new ArrayList<>();
        if (given.measures().size() > MOST_MEASURES) {
            broken.add(Violation.of(
                    path + "goals",
                    "一个方案至多 " + MOST_MEASURES + " 条措施",
                    "must have at most " + MOST_MEASURES + " measures in all"));
        }
        if (given.references().size() > MOST_REFERENCES) {
            broken.add(Violation.of(
                    path + "goals",
                    "一个方案至多对应问题 " + MOST_REFERENCES + " 次",
                    "must name issues at most " + MOST_REFERENCES + " times in all"));
        }
        if (!broken.isEmpty()) {
            throw Refusal.invalid(broken);
        }
    }

    private static List<Violation> strangeMeasures(String path, PlanContent given, Set<UUID> known) {
        List<Violation> broken = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (At<Measure> measure : given.measures()) {
            UUID id = measure.thing().id();
            if (id != null && !known.contains(id)) {
                broken.add(Violation.of(path + measure.path() + ".id", "本方案没有该措施", "no measure of this plan"));
            } else if (id != null && !seen.add(id)) {
                broken.add(Violation.of(path + measure.path() + ".id", "同一措施出现了两次", "stands twice"));
            }
        }
        return broken;
    }

    private PlanContent rewritten(PlanContent given, References references) {
        List<Goal> goals = given.goals().stream()
                .map(goal -> new Goal(
                        goal.text(),
                        goal.tasks().stream()
                                .map(task -> rewritten(task, references))
                                .toList()))
                .toList();
        List<Uncovered> uncovered = given.uncovered().stream()
                .map(one -> new Uncovered(references.id(one.issue()), one.reason()))
                .toList();
        return new PlanContent(goals, uncovered);
    }

    private Task rewritten(Task task, References references) {
        return new Task(
                task.text(),
                task.measures().stream()
                        .map(measure -> measure.as(
                                Optional.ofNullable(measure.id()).orElseGet(ids::next),
                                measure.issues().stream()
                                        .map(references::id)
                                        .distinct()
                                        .toList()))
                        .toList());
    }

    /** The issues that may be named, by either name. */
    private static final class References {

        private final Map<IssueReference, UUID> idByName = new HashMap<>();

        private References(List<KnownIssue> issues) {
            for (KnownIssue issue : issues) {
                idByName.put(IssueReference.to(issue.id()), issue.id());
                idByName.put(IssueReference.to(issue.ledgerNumber()), issue.id());
            }
        }

        private boolean know(String text) {
            return idByName.containsKey(IssueReference.of(text));
        }

        private String id(String text) {
            return idByName.get(IssueReference.of(text)).toString();
        }
    }
}
