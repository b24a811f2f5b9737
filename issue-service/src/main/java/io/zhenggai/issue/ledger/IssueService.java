package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.personal.PersonalDataReads;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads issues, and changes them: each change in one transaction with its history entry and its event. A change is four
 * statements (lock, outbox, update, history), one to show the source items, and one to put on record who was shown what a source sent in
 * its own words.
 */
@ApplicationScoped
public class IssueService {

    private final IssueRepository issues;
    private final SourceItems sourceItems;
    private final PersonalDataReads reads;
    private final History history;
    private final Campaigns campaigns;
    private final IssueViews views;
    private final WorkingCalendar calendar;
    private final Outbox outbox;
    private final Clock clock;

    IssueService(
            IssueRepository issues,
            SourceItems sourceItems,
            PersonalDataReads reads,
            History history,
            Campaigns campaigns,
            IssueViews views,
            WorkingCalendar calendar,
            Outbox outbox,
            Clock clock) {
        this.issues = issues;
        this.sourceItems = sourceItems;
        this.reads = reads;
        this.history = history;
        this.campaigns = campaigns;
        this.views = views;
        this.calendar = calendar;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    IssueView find(Caller caller, String reference) {
        return view(caller, found(caller, reference));
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    List<HistoryEntry> history(Caller caller, String reference) {
        return history.of(IssueEvents.AGGREGATE_TYPE, found(caller, reference).id());
    }

    /**
     * Finds an issue for whoever keeps something of it.
     *
     * @throws Refusal 404 when it is not there for this caller
     */
    @Transactional
    public IssueVersion locate(Caller caller, String reference) {
        return found(caller, reference).idAndVersion();
    }

    @Transactional
    Page<IssueView> list(Caller caller, IssueFilter filter, PageRequest page) {
        LocalDate today = BusinessTime.today(clock);
        return issues.list(caller.scope(), filter, today, page).map(issue -> views.row(issue, today));
    }

    @Transactional
    IssueView assign(Caller caller, String reference, @Nullable String ifMatch, Assignment assignment) {
        return change(caller, reference, ifMatch, IssueAction.ASSIGN, (issue, now) -> {
            LocalDate today = BusinessTime.dateOf(now);
            Campaign campaign = campaigns.find(issue.campaignId()).orElseThrow();
            // The move first: what cannot be assigned at all is not told about days.
            issue.assign(assignment, caller.role(), assignment.acknowledgeBy(today, calendar), now);
            refuseOutside(campaign, assignment.deadline(), today);
        });
    }

    @Transactional
    IssueView acknowledge(Caller caller, String reference, @Nullable String ifMatch) {
        return change(caller, reference, ifMatch, IssueAction.ACKNOWLEDGE, Issue::acknowledge);
    }

    @Transactional
    IssueView analyseCause(Caller caller, String reference, @Nullable String ifMatch, CauseAnalysis analysis) {
        return change(
                caller,
                reference,
                ifMatch,
                IssueAction.ANALYSE_CAUSE,
                (issue, now) -> issue.analyseCause(analysis, caller.role()));
    }

    @Transactional
    IssueView rectify(Caller caller, String reference, @Nullable String ifMatch) {
        return change(caller, reference, ifMatch, IssueAction.RECTIFY, (issue, now) -> issue.rectify());
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
        return change(
                        reference,
                        ifMatch,
                        IssueAction.ADD_EVIDENCE,
                        act,
                        Map.of("evidence", piece),
                        piece.published(),
                        (issue, now) -> issue.addEvidence())
                .idAndVersion();
    }

    @Transactional
    IssueView requestCloseOut(Caller caller, String reference, @Nullable String ifMatch, CloseOutRequest request) {
        return change(
                caller,
                reference,
                ifMatch,
                IssueAction.REQUEST_CLOSE_OUT,
                (issue, now) -> issue.requestCloseOut(request, caller, now));
    }

    @Transactional
    IssueView firstReview(Caller caller, String reference, @Nullable String ifMatch, Opinion opinion) {
        return review(
                caller,
                reference,
                ifMatch,
                IssueAction.FIRST_REVIEW,
                opinion,
                (issue, now) -> issue.firstReview(caller, now));
    }

    @Transactional
    IssueView close(Caller caller, String reference, @Nullable String ifMatch, Opinion opinion) {
        return review(caller, reference, ifMatch, IssueAction.CLOSE, opinion, (issue, now) -> issue.close(caller, now));
    }

    @Transactional
    IssueView returnToRectification(Caller caller, String reference, @Nullable String ifMatch, Opinion opinion) {
        return review(
                caller,
                reference,
                ifMatch,
                IssueAction.RETURN,
                opinion,
                (issue, now) -> issue.returnToRectification(caller));
    }

    private IssueView change(
            Caller caller,
            String reference,
            @Nullable String ifMatch,
            IssueAction action,
            BiConsumer<Issue, Instant> intent) {
        Act act = Act.of(caller, clock.instant());
        return view(caller, change(reference, ifMatch, action, act, Map.of(), Map.of(), intent));
    }

    private IssueView review(
            Caller caller,
            String reference,
            @Nullable String ifMatch,
            IssueAction action,
            Opinion opinion,
            BiConsumer<Issue, Instant> intent) {
        Act act = Act.of(caller, clock.instant(), opinion.opinion());
        return view(caller, change(reference, ifMatch, action, act, Map.of(), Map.of(), intent));
    }

    private Issue change(
            String reference,
            @Nullable String ifMatch,
            IssueAction action,
            Act act,
            Map<String, Object> details,
            Map<String, Object> published,
            BiConsumer<Issue, Instant> intent) {
        Issue issue = issues.lock(act.by().scope(), IssueReference.of(reference))
                .orElseThrow(() -> Refusal.notFound("问题", "issue"));
        EntityTags.requireMatch(ifMatch, issue.version());
        IssueFields before = issue.fields();
        intent.accept(issue, act.at());
        NewEvent event = IssueEvents.of(issue, action, published, act.at());
        outbox.append(List.of(event));
        // The update takes the issue to its next version, which the history names.
        issues.flush();
        Map<String, Change> changes = FieldChanges.between(before, issue.fields());
        details.forEach((name, value) -> changes.put(name, Change.added(value)));
        history.add(new Deed(issue.aggregate(), issue.version(), action.name(), act, changes));
        return issue;
    }

    private static void refuseOutside(Campaign campaign, LocalDate deadline, LocalDate today) {
        LocalDate last = campaign.ends();
        if (campaign.isOver(today)) {
            throw Refusal.unprocessable(
                    "deadline",
                    "整改行动已于 " + last + " 结束，不再交办",
                    "the campaign ended on " + last + "; nothing is assigned any more");
        }
        if (deadline.isBefore(today) || deadline.isAfter(last)) {
            throw Refusal.unprocessable(
                    "deadline",
                    "整改时限须在今天至整改行动结束日（" + last + "）之间",
                    "must be from today to the campaign's last day, " + last);
        }
    }

    private Issue found(Caller caller, String reference) {
        return issues.find(caller.scope(), IssueReference.of(reference))
                .orElseThrow(() -> Refusal.notFound("问题", "issue"));
    }

    private IssueView view(Caller caller, Issue issue) {
        IssueView view = views.whole(issue, sourceItems.of(issue.id()), caller, BusinessTime.today(clock));
        if (view.showsTextReceived()) {
            reads.note(caller, SourceItems.TEXT_RECEIVED, List.of(issue.id()));
        }
        return view;
    }
}
