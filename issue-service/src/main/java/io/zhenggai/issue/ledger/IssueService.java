package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The changes of an issue, each in one transaction with its history entry and its event. */
@ApplicationScoped
public class IssueService {

    private static final int ACKNOWLEDGE_WITHIN_WORKING_DAYS = 2;

    private final IssueRepository issues;
    private final SourceItems sourceItems;
    private final IssueHistory history;
    private final LedgerNumbers ledgerNumbers;
    private final Campaigns campaigns;
    private final Registration registration;
    private final WorkingCalendar calendar;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    IssueService(
            IssueRepository issues,
            SourceItems sourceItems,
            IssueHistory history,
            LedgerNumbers ledgerNumbers,
            Campaigns campaigns,
            Regions regions,
            WorkingCalendar calendar,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.issues = issues;
        this.sourceItems = sourceItems;
        this.history = history;
        this.ledgerNumbers = ledgerNumbers;
        this.campaigns = campaigns;
        this.registration = new Registration(regions);
        this.calendar = calendar;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers one issue: six statements in one transaction (campaign, number, issue, source item, history, outbox).
     *
     * @throws Refusal 422 naming every rule that is broken; 409 when the same source item is registered already
     */
    @Transactional
    IssueView register(Caller caller, NewIssue from, Channel channel) {
        Optional<Campaign> campaign = campaigns.find(from.campaignId());
        List<Violation> broken = registration.check(from, campaign, caller, today());
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        Instant now = clock.instant();
        String city = registration.city(from.region()).orElseThrow();
        LedgerNumber number = ledgerNumbers.next(campaign.orElseThrow().year(), city);
        Issue issue = new Issue(ids.next(), number, from, caller, now);
        // Before persist: what changes between it and the flush costs an update and a version.
        NewEvent event = IssueEvents.of(issue, IssueEvents.REGISTERED, Map.of(), now);
        issues.persist(issue);
        record(issue, event, "REGISTER", new Act(caller, channel, now, Optional.empty()), Optional.empty());
        if (!sourceItems.add(issue.id(), from.region(), from.sourceItem())) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该来源条目（来源、文号、条目号、地区均相同）已经登记。",
                    "This source item (same source, document, item and region) is registered already.");
        }
        return view(issue);
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    IssueView find(Caller caller, String reference) {
        return view(found(issues.find(caller.scope(), IssueReference.of(reference))));
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    List<HistoryEntry> history(Caller caller, String reference) {
        return history.of(
                found(issues.find(caller.scope(), IssueReference.of(reference))).id());
    }

    @Transactional
    Page<IssueView> list(Caller caller, IssueFilter filter, PageRequest page) {
        LocalDate today = today();
        return issues.list(caller.scope(), filter, page).map(issue -> row(issue, today));
    }

    @Transactional
    IssueView assign(Caller caller, String reference, @Nullable String ifMatch, Assignment assignment) {
        return change(caller, reference, ifMatch, "ASSIGN", IssueEvents.ASSIGNED, Optional.empty(), issue -> {
            refuseOutsideCampaign(issue, assignment.deadline());
            int days = Optional.ofNullable(assignment.acknowledgeWithinWorkingDays())
                    .orElse(ACKNOWLEDGE_WITHIN_WORKING_DAYS);
            issue.assign(assignment, caller.role(), calendar.plusWorkingDays(today(), days), clock.instant());
        });
    }

    @Transactional
    IssueView acknowledge(Caller caller, String reference, @Nullable String ifMatch) {
        return change(
                caller,
                reference,
                ifMatch,
                "ACKNOWLEDGE",
                IssueEvents.ACKNOWLEDGED,
                Optional.empty(),
                issue -> issue.acknowledge(clock.instant()));
    }

    @Transactional
    IssueView analyseCause(Caller caller, String reference, @Nullable String ifMatch, CauseAnalysis analysis) {
        return change(
                caller,
                reference,
                ifMatch,
                "ANALYSE_CAUSE",
                IssueEvents.CAUSE_ANALYSED,
                Optional.empty(),
                issue -> issue.analyseCause(analysis));
    }

    @Transactional
    IssueView rectify(Caller caller, String reference, @Nullable String ifMatch) {
        return change(
                caller,
                reference,
                ifMatch,
                "RECTIFY",
                IssueEvents.RECTIFICATION_STARTED,
                Optional.empty(),
                issue -> issue.rectify());
    }

    @Transactional
    IssueView requestCloseOut(Caller caller, String reference, @Nullable String ifMatch, CloseOutRequest request) {
        return change(
                caller,
                reference,
                ifMatch,
                "REQUEST_CLOSE_OUT",
                IssueEvents.CLOSE_OUT_REQUESTED,
                Optional.empty(),
                issue -> issue.requestCloseOut(request, caller, clock.instant()));
    }

    @Transactional
    IssueView firstReview(Caller caller, String reference, @Nullable String ifMatch, Opinion opinion) {
        Optional<String> reason = Optional.of(opinion.opinion());
        return change(
                caller,
                reference,
                ifMatch,
                "FIRST_REVIEW",
                IssueEvents.FIRST_REVIEWED,
                reason,
                issue -> issue.firstReview(caller, clock.instant()));
    }

    @Transactional
    IssueView close(Caller caller, String reference, @Nullable String ifMatch, Opinion opinion) {
        Optional<String> reason = Optional.of(opinion.opinion());
        return change(
                caller,
                reference,
                ifMatch,
                "CLOSE",
                IssueEvents.CLOSED,
                reason,
                issue -> issue.close(caller, clock.instant()));
    }

    @Transactional
    IssueView returnToRectification(Caller caller, String reference, @Nullable String ifMatch, Opinion opinion) {
        Optional<String> reason = Optional.of(opinion.opinion());
        return change(
                caller,
                reference,
                ifMatch,
                "RETURN",
                IssueEvents.RETURNED,
                reason,
                issue -> issue.returnToRectification(caller));
    }

    private IssueView change(
            Caller caller,
            String reference,
            @Nullable String ifMatch,
            String action,
            String type,
            Optional<String> reason,
            Consumer<Issue> intent) {
        Issue issue = found(issues.lock(caller.scope(), IssueReference.of(reference)));
        EntityTags.requireMatch(ifMatch, issue.version());
        IssueFields before = issue.fields();
        intent.accept(issue);
        Act act = new Act(caller, Channel.API, clock.instant(), reason);
        record(issue, IssueEvents.of(issue, type, Map.of(), act.at()), action, act, Optional.of(before));
        return view(issue);
    }

    private void record(Issue issue, NewEvent event, String action, Act act, Optional<IssueFields> before) {
        outbox.append(List.of(event));
        issues.flush();
        history.add(
                issue.id(),
                issue.version(),
                action,
                act.by(),
                act.channel(),
                act.at(),
                act.reason(),
                before,
                issue.fields());
    }

    private void refuseOutsideCampaign(Issue issue, LocalDate deadline) {
        LocalDate last = campaigns.find(issue.campaignId()).orElseThrow().ends();
        if (deadline.isBefore(today()) || deadline.isAfter(last)) {
            throw Refusal.unprocessable(
                    "deadline",
                    "整改时限须在今天至整改行动结束日（" + last + "）之间",
                    "must be from today to the campaign's last day, " + last);
        }
    }

    private static Issue found(Optional<Issue> issue) {
        return issue.orElseThrow(() -> Refusal.notFound("问题", "issue"));
    }

    private IssueView view(Issue issue) {
        IssueView row = row(issue, today());
        return new IssueView(row.fields(), row.version(), row.light(), row.legalMoves(), sourceItems.of(issue.id()));
    }

    private IssueView row(Issue issue, LocalDate today) {
        return IssueView.row(issue, today, calendar);
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }

    /** Who acts, by which way, when and why. */
    private record Act(Caller by, Channel channel, Instant at, Optional<String> reason) {}
}
