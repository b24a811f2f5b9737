package io.zhenggai.issue.ledger;

import io.zhenggai.issue.ledger.IssueChanges.Doing;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads issues, and serves the features that keep something of them. */
@ApplicationScoped
public class IssueService {

    private final IssueRepository issues;
    private final IssueSnapshots snapshots;
    private final IssueChanges changes;
    private final IssueViews views;
    private final History history;
    private final Clock clock;

    IssueService(
            IssueRepository issues,
            IssueSnapshots snapshots,
            IssueChanges changes,
            IssueViews views,
            History history,
            Clock clock) {
        this.issues = issues;
        this.snapshots = snapshots;
        this.changes = changes;
        this.views = views;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    IssueView find(Caller caller, String reference) {
        return views.find(IssueReference.of(reference), caller).orElseThrow(IssueReference::unknown);
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    List<HistoryEntry> history(Caller caller, String reference) {
        return history.of(IssueEvents.AGGREGATE_TYPE, found(caller, reference).id());
    }

    /**
     * Issues as they stand, in the order of their ids. Three statements.
     *
     * @param behind which id
     * @param limit how many at the most
     */
    @Transactional
    public List<IssueStanding> asTheyStand(RegionScope scope, UUID behind, int limit) {
        return snapshots.read(scope, behind, limit);
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
     * Counts pieces of evidence that are stored in the same transaction, each a change of its own.
     *
     * @param pieces tells what history and events tell of them, at least one; asked once the issue is locked, which whoever may not see it
     *     does not reach
     * @return the issue as it is now
     * @throws Refusal 404, 428, 412 or 409 as for every change; 422 when the issue would have more evidence than it may have
     */
    @Transactional
    public IssueVersion addEvidence(
            Caller caller, String reference, @Nullable String ifMatch, Supplier<List<PieceOfEvidence>> pieces) {
        Act act = Act.of(caller, clock.instant());
        Issue issue = changes.lock(caller, reference, ifMatch);
        changes.inSteps(
                issue, pieces.get().stream().map(piece -> addition(piece, act)).toList());
        return issue.idAndVersion();
    }

    static Doing addition(PieceOfEvidence piece, Act act) {
        return new Doing(
                IssueAction.ADD_EVIDENCE,
                act,
                Map.of(PieceOfEvidence.FIELD, piece),
                piece.published(),
                Issue::addEvidence);
    }

    /**
     * Takes back a piece of evidence whose record is deleted in the same transaction; the history keeps its digest. Two statements more than a
     * change, to read the history and the source items.
     *
     * @param piece of the very issue
     * @param reason why, in the words of who takes it back
     * @return the issue as it is now
     * @throws Refusal 404, 428, 412 or 409 as for every change; 409 when a close-out was requested since it was added, or the issue was
     *     merged: what somebody may have relied on stays
     */
    @Transactional
    public IssueView withdrawEvidence(
            Caller caller, String reference, @Nullable String ifMatch, PieceOfEvidence piece, String reason) {
        Act act = Act.of(caller, clock.instant(), reason);
        Doing doing = new Doing(
                IssueAction.WITHDRAW_EVIDENCE, act, Map.of("withdrawnEvidence", piece), piece.published(), issue -> {
                    issue.withdrawEvidence();
                    Reliance.refuseIfReliedOn(history.of(IssueEvents.AGGREGATE_TYPE, issue.id()), piece.id());
                });
        return views.whole(changes.change(reference, ifMatch, doing), caller);
    }

    private Issue found(Caller caller, String reference) {
        return issues.find(caller.scope(), IssueReference.of(reference)).orElseThrow(IssueReference::unknown);
    }
}
