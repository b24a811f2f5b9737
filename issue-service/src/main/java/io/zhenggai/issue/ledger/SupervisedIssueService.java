package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What whoever supervises needs of the ledger. It changes nothing of an issue. */
@ApplicationScoped
public class SupervisedIssueService {

    private final IssueRepository issues;
    private final OverdueIssues overdue;

    SupervisedIssueService(IssueRepository issues, OverdueIssues overdue) {
        this.issues = issues;
        this.overdue = overdue;
    }

    /**
     * Which issues of the whole province have missed a day before today and are not waiting for a review, or were returned three times and
     * are not over; and those that are asked for besides, however they stand. Two statements.
     *
     * @param after the last id of the portion before
     * @return in the order of their ids
     */
    @Transactional
    public List<SupervisedIssue> behind(LocalDate today, List<UUID> besides, UUID after, int most) {
        List<UUID> ids = overdue.find(RegionScope.province(), today, besides, after, most);
        return ids.isEmpty() ? List.of() : find(RegionScope.province(), ids);
    }

    /** One statement. @return in the order of their ids as texts; without those that are not there */
    @Transactional
    public List<SupervisedIssue> find(RegionScope scope, Collection<UUID> ids) {
        return issues.find(scope, ids).stream()
                .map(SupervisedIssue::of)
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();
    }

    /**
     * One statement for each.
     *
     * @param references ids or ledger numbers
     * @return each once, in their order
     * @throws Refusal 422 naming each that is not there for this caller
     */
    @Transactional
    public List<SupervisedIssue> named(Caller caller, List<String> references) {
        List<SupervisedIssue> found = new ArrayList<>();
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            String field = "issues[" + i + "]";
            issues.find(caller.scope(), IssueReference.of(references.get(i)))
                    .map(SupervisedIssue::of)
                    .ifPresentOrElse(found::add, () -> unknown.add(Violation.of(field, "没有这一问题", "no such issue")));
        }
        if (!unknown.isEmpty()) {
            throw Refusal.unprocessable(unknown);
        }
        return found.stream().distinct().toList();
    }
}
