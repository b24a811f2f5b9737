package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Offers what may be the same while an issue is registered. Two statements. */
@ApplicationScoped
class DuplicateService {

    private final Duplicates duplicates;
    private final IssueRepository issues;
    private final IssueViews views;
    private final Clock clock;

    DuplicateService(Duplicates duplicates, IssueRepository issues, IssueViews views, Clock clock) {
        this.duplicates = duplicates;
        this.issues = issues;
        this.views = views;
        this.clock = clock;
    }

    /** @return the likeliest first; only what the caller may see */
    @Transactional
    DuplicateList like(Caller caller, DuplicateQuestion question) {
        List<Duplicates.Found> found = duplicates.like(caller.scope(), asked(question));
        Map<UUID, Issue> byId = found.isEmpty()
                ? Map.of()
                : issues
                        .find(
                                caller.scope(),
                                found.stream().map(Duplicates.Found::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Issue::id, Function.identity()));
        LocalDate today = BusinessTime.today(clock);
        return new DuplicateList(found.stream()
                .filter(one -> byId.containsKey(one.id()))
                .map(one -> new Duplicate(views.row(byId.get(one.id()), today), one.score(), one.reasons()))
                .toList());
    }

    /** Category and severity tell no issue from another one. */
    private static NewIssue asked(DuplicateQuestion question) {
        SourceItem item = Optional.ofNullable(question.sourceItem())
                .orElseGet(() -> new SourceItem(IssueSource.SELF_INSPECTION, null, null, null, null));
        return new NewIssue(
                question.campaignId(),
                question.region(),
                question.description(),
                Category.OTHER,
                Severity.GENERAL,
                item);
    }
}
