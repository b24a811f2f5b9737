package io.zhenggai.plan.plan;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.ContentDigest;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.campaign.CampaignService;
import io.zhenggai.plan.campaign.CampaignView;
import io.zhenggai.plan.ledger.KnownIssue;
import io.zhenggai.plan.ledger.KnownIssues;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationService;
import io.zhenggai.plan.obligation.OfficeScope;
import io.zhenggai.plan.plan.content.At;
import io.zhenggai.plan.plan.content.ContentPreparation;
import io.zhenggai.plan.plan.content.Measure;
import io.zhenggai.plan.plan.content.PlanContent;
import io.zhenggai.plan.plan.content.SubmissionRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The changes of a plan, each in one transaction with its history entry, its event and the obligation that follows it. */
@ApplicationScoped
public class PlanService {

    private final PlanRepository plans;
    private final PlanSubmissions submissions;
    private final History history;
    private final PlanViews views;
    private final CampaignService campaigns;
    private final ObligationService obligations;
    private final KnownIssues issues;
    private final ContentPreparation preparation;
    private final ReturnRules returnRules;
    private final WorkingCalendar calendar;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    PlanService(
            PlanRepository plans,
            PlanSubmissions submissions,
            History history,
            PlanViews views,
            CampaignService campaigns,
            ObligationService obligations,
            KnownIssues issues,
            WorkingCalendar calendar,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.plans = plans;
        this.submissions = submissions;
        this.history = history;
        this.views = views;
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.issues = issues;
        this.preparation = new ContentPreparation(ids);
        this.returnRules = new ReturnRules(calendar);
        this.calendar = calendar;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Drafts the plan of the caller's office.
     *
     * @throws Refusal 422 naming what is not there; 409 when the office has a plan in this campaign already
     */
    @Transactional
    PlanView draft(Caller caller, NewPlan from) {
        CampaignView campaign = campaigns
                .find(from.campaignId())
                .orElseThrow(() ->
                        Refusal.unprocessable("campaignId", "没有这一整改行动，或尚未发布", "no campaign of this id is published"));
        List<KnownIssue> known = issues.of(caller.region(), campaign.id());
        PlanContent content = preparation.prepare("content.", from.content(), Set.of(), known);
        Instant now = clock.instant();
        Plan plan = new Plan(ids.next(), campaign.id(), caller.region(), content, now);
        NewEvent event = PlanEvents.of(plan, PlanEvents.DRAFTED, now);
        if (!plans.add(plan)) {
            throw new Refusal(
                    ProblemType.CONFLICT, "本地区在该整改行动中已有整改方案。", "The office has a plan in this campaign already.");
        }
        outbox.append(List.of(event));
        record(plan, "DRAFT", Act.of(caller, now), PlanState.of(plan).changesSince(Optional.empty()));
        return views.whole(plan, known);
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    PlanView find(Caller caller, UUID id) {
        Plan plan = found(caller, id);
        return views.whole(plan, issues.of(plan.region(), plan.campaignId()));
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    SubmittedPlan findSubmission(Caller caller, UUID id, int number) {
        return submissions
                .find(found(caller, id).id(), number)
                .orElseThrow(() -> Refusal.notFound("报送记录", "submission"));
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    List<HistoryEntry> history(Caller caller, UUID id) {
        return history.of(PlanEvents.AGGREGATE_TYPE, found(caller, id).id());
    }

    @Transactional
    Page<PlanView> list(Caller caller, PlanFilter filter, PageRequest page) {
        return plans.list(OfficeScope.of(caller), filter, page).map(PlanView::row);
    }

    /** Replaces the content. */
    @Transactional
    PlanView revise(Caller caller, UUID id, @Nullable String ifMatch, PlanContent given) {
        Plan plan = locked(caller, id, ifMatch);
        plan.refuseUnless(PlanMove.REVISE);
        List<KnownIssue> known = issues.of(plan.region(), plan.campaignId());
        PlanContent content = preparation.prepare("", given, measuresOf(plan.content()), known);
        PlanState before = PlanState.of(plan);
        Instant now = clock.instant();
        plan.revise(content);
        outbox.append(List.of(PlanEvents.of(plan, PlanEvents.REVISED, now)));
        record(plan, "REVISE", Act.of(caller, now), before);
        return views.whole(plan, known);
    }

    /** Files the plan, whether first or corrected; what is late is taken too and stays late. */
    @Transactional
    PlanView submit(Caller caller, UUID id, @Nullable String ifMatch, PlanSubmission submission) {
        Plan plan = locked(caller, id, ifMatch);
        plan.refuseUnless(PlanMove.SUBMIT);
        Instant now = clock.instant();
        CampaignView campaign = campaigns.find(plan.campaignId()).orElseThrow();
        List<KnownIssue> known = issues.of(plan.region(), plan.campaignId());
        List<Violation> broken = SubmissionRules.check(
                plan.content(), campaign.start(), campaign.end(), known, BusinessTime.dateOf(now), calendar);
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        PlanState before = PlanState.of(plan);
        plan.submit(submission, caller, now);
        String judgedOn = submissions.add(plan, caller, now, known);
        Act act = Act.of(caller, now);
        follow(plan, PlanEvents.SUBMITTED, act);
        Map<String, Change> changes = stored(plan, before);
        changes.put("judgedOn", Change.added(ContentDigest.of(judgedOn)));
        record(plan, "SUBMIT", act, changes);
        return views.whole(plan, known);
    }

    /** Returns the plan to its office. */
    @Transactional
    PlanView returnForCorrection(Caller caller, UUID id, @Nullable String ifMatch, PlanReturn review) {
        Plan plan = locked(caller, id, ifMatch);
        plan.refuseUnless(PlanMove.RETURN);
        Instant now = clock.instant();
        LocalDate resubmitBy = returnRules.resubmitBy(review, plan.content(), BusinessTime.dateOf(now));
        PlanState before = PlanState.of(plan);
        plan.returnForCorrection(resubmitBy, caller, now);
        submissions.returned(plan, caller, now, review.reasons(), resubmitBy);
        Act act = Act.of(caller, now, returnRules.inWords(review));
        follow(plan, PlanEvents.RETURNED, act);
        record(plan, "RETURN", act, before);
        return views.whole(plan, issues.of(plan.region(), plan.campaignId()));
    }

    /** Accepts the plan. */
    @Transactional
    PlanView accept(Caller caller, UUID id, @Nullable String ifMatch, PlanAcceptance review) {
        Plan plan = locked(caller, id, ifMatch);
        plan.refuseUnless(PlanMove.ACCEPT);
        Instant now = clock.instant();
        PlanState before = PlanState.of(plan);
        plan.accept(caller, now);
        submissions.accepted(plan, caller, now, review.opinion());
        Act act = Act.of(caller, now, review.opinion());
        follow(plan, PlanEvents.ACCEPTED, act);
        record(plan, "ACCEPT", act, before);
        return views.whole(plan, issues.of(plan.region(), plan.campaignId()));
    }

    private void follow(Plan plan, String event, Act act) {
        outbox.append(List.of(PlanEvents.of(plan, event, act.at())));
        obligations.follow(plan.campaignId(), ObligationCode.PLAN, plan.region(), plan.filing(), act);
    }

    private void record(Plan plan, String action, Act act, PlanState before) {
        record(plan, action, act, stored(plan, before));
    }

    /** @return what differs now; the update takes the plan to the version that the history names */
    private Map<String, Change> stored(Plan plan, PlanState before) {
        plans.flush();
        return PlanState.of(plan).changesSince(Optional.of(before));
    }

    private void record(Plan plan, String action, Act act, Map<String, Change> changes) {
        Aggregate aggregate = Aggregate.of(PlanEvents.AGGREGATE_TYPE, plan.id(), plan.region());
        history.add(new Deed(aggregate, plan.version(), action, act, changes));
    }

    private Plan found(Caller caller, UUID id) {
        return plans.find(OfficeScope.of(caller), id).orElseThrow(PlanService::notFound);
    }

    private Plan locked(Caller caller, UUID id, @Nullable String ifMatch) {
        Plan plan = plans.lock(OfficeScope.of(caller), id).orElseThrow(PlanService::notFound);
        EntityTags.requireMatch(ifMatch, plan.version());
        return plan;
    }

    private static Refusal notFound() {
        return Refusal.notFound("整改方案", "plan");
    }

    private static Set<UUID> measuresOf(PlanContent content) {
        return content.measures().stream()
                .map(At::thing)
                .map(Measure::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
