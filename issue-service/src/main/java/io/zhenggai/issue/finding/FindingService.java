package io.zhenggai.issue.finding;

import io.quarkus.arc.All;
import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Finds issues in the ledger. */
@ApplicationScoped
class FindingService {

    private final IssueFinder issues;
    private final List<OtherWork> others;
    private final Clock clock;

    FindingService(IssueFinder issues, @All List<OtherWork> others, Clock clock) {
        this.issues = issues;
        this.others = others;
        this.clock = clock;
    }

    /** @throws Refusal 400 for what {@link IssueFilter#check} refuses, or the cursor of another question */
    @Transactional
    Page<IssueView> list(Caller caller, IssueFilter filter, IssueOrder order, PageRequest page) {
        filter.check();
        return issues.list(caller, filter, order, BusinessTime.today(clock), page);
    }

    /** One statement, and one for each other feature that has something to do; none for who has nothing to do. */
    @Transactional
    MyWork work(Caller caller) {
        List<OtherWork.WaitingMatter> besides = others.stream()
                .flatMap(other -> other.waitingFor(caller).stream())
                .sorted(Comparator.comparing(OtherWork.WaitingMatter::matter))
                .toList();
        return new MyWork(issues.work(caller, BusinessTime.today(clock)), besides);
    }
}
