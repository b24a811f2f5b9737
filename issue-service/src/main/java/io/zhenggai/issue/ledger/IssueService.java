package io.zhenggai.issue.ledger;

import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads issues, and serves the features that keep something of them. */
@ApplicationScoped
public class IssueService {

    private final IssueRepository issues;
    private final IssueChanges changes;
    private final IssueViews views;
    private final History history;
    private final Clock clock;

    IssueService(IssueRepository issues, IssueChanges changes, IssueViews views, History history, Clock clock) {
        this.issues = issues;
        this.changes = changes;
        this.views = views;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    IssueView find(Caller caller, String reference) {
        return views.whole(found(caller, reference), caller);
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    List<HistoryEntry> history(Caller caller, String reference) {
        return history.of(IssueEvents.AGGREGATE_TYPE, found(caller, reference).id());
    }

    @Transactional
    Page<IssueView> list(Caller caller, IssueFilter filter, PageRequest page) {
        LocalDate today = BusinessTime.today(clock);
        return issues.list(caller.scope(), filter, today, page).map(issue -> views.row(issue, today));
    }

    /**
     * Finds an issue for whoever keeps something of it, with those that are merged into it. Two statements.
     *
     * @throws Refusal 404 when it is not there for this caller
     */
    @Transactional
    public LocatedIssue locate(Caller caller, String reference) {
        Issue issue = found(caller, reference);
        return new LocatedIssue(issue.id(), issues.merged(issue.id()));
    }

    /**
     * Counts a piece of evidence that is stored in the same transaction.
     *
     * @param piece what history and event tell of it
     * @return the issue as it is now
     * @throws Refusal 404, 428, 412 or 409 as for every change; 422 when the issue has all the evidence that it may have
     */
    @Transactional
    public IssueVersion addEvidence(Caller caller, String reference, @Nullable String ifMatch, PieceOfEvidence piece) {
        Act act = Act.of(caller, clock.instant());
        Map<String, Object> details = Map.of("evidence", piece);
        Doing doing = new Doing(IssueAction.ADD_EVIDENCE, act, details, piece.published(), Issue::addEvidence);
        return changes.change(reference, ifMatch, doing).idAndVersion();
    }

    private Issue found(Caller caller, String reference) {
        return issues.find(caller.scope(), IssueReference.of(reference)).orElseThrow(IssueReference::unknown);
    }
}
