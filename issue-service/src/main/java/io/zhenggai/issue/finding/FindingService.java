package io.zhenggai.issue.finding;

import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Finds issues in the ledger. */
@ApplicationScoped
class FindingService {

    private final IssueFinder issues;
    private final Clock clock;

    FindingService(IssueFinder issues, Clock clock) {
        this.issues = issues;
        this.clock = clock;
    }

    /** @throws Refusal 400 for what {@link IssueFilter#check} refuses, or the cursor of another question */
    @Transactional
    Page<IssueView> list(Caller caller, IssueFilter filter, IssueOrder order, PageRequest page) {
        filter.check();
        return issues.list(caller, filter, order, BusinessTime.today(clock), page);
    }

    /** One statement; none for who has nothing to do. */
    @Transactional
    MyWork work(Caller caller) {
        return issues.work(caller, BusinessTime.today(clock));
    }
}
