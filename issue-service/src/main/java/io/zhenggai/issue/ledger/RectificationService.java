package io.zhenggai.issue.ledger;

import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What who handles an issue says about it on the way to its close-out, and what is put right in its registration. */
@ApplicationScoped
class RectificationService {

    private final IssueChanges changes;
    private final IssueViews views;
    private final Clock clock;

    RectificationService(IssueChanges changes, IssueViews views, Clock clock) {
        this.changes = changes;
        this.views = views;
        this.clock = clock;
    }

    @Transactional
    IssueView correct(Caller caller, String reference, @Nullable String ifMatch, IssueCorrection correction) {
        Act act = Act.of(caller, clock.instant(), correction.reason());
        Doing doing = new Doing(IssueAction.CORRECT, act, issue -> issue.correct(correction, caller));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    @Transactional
    IssueView analyseCause(Caller caller, String reference, @Nullable String ifMatch, CauseAnalysis analysis) {
        Act act = Act.of(caller, clock.instant());
        Doing doing = new Doing(IssueAction.ANALYSE_CAUSE, act, issue -> issue.analyseCause(analysis, caller));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    @Transactional
    IssueView rectify(Caller caller, String reference, @Nullable String ifMatch) {
        Act act = Act.of(caller, clock.instant());
        Doing doing = new Doing(IssueAction.RECTIFY, act, issue -> issue.rectify(caller));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    @Transactional
    IssueView reportProgress(Caller caller, String reference, @Nullable String ifMatch, ProgressEntry entry) {
        Act act = Act.of(caller, clock.instant());
        Doing doing = new Doing(IssueAction.REPORT_PROGRESS, act, issue -> issue.reportProgress(entry, act.at()));
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }
}
