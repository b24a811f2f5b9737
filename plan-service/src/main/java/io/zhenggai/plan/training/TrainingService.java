package io.zhenggai.plan.training;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.plan.campaign.CampaignService;
import io.zhenggai.plan.campaign.CampaignView;
import io.zhenggai.plan.obligation.ObligationService;
import io.zhenggai.plan.obligation.OfficeScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records sessions, each in one transaction with its event and the obligation that it fulfils. */
@ApplicationScoped
public class TrainingService {

    private final TrainingRepository sessions;
    private final CampaignService campaigns;
    private final ObligationService obligations;
    private final TrainingRules rules;
    private final Outbox outbox;
    private final History history;
    private final Ids ids;
    private final Clock clock;

    TrainingService(
            TrainingRepository sessions,
            CampaignService campaigns,
            ObligationService obligations,
            Regions regions,
            Outbox outbox,
            History history,
            Ids ids,
            Clock clock) {
        this.sessions = sessions;
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.rules = new TrainingRules(regions);
        this.outbox = outbox;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records a session of the caller's own.
     *
     * @throws Refusal 403 when the kind is for others to hold; 422 naming every rule that is broken
     */
    @Transactional
    TrainingView record(Caller caller, NewTrainingSession from) {
        refuseUnlessHolder(caller, from.kind());
        Instant now = clock.instant();
        Optional<LocalDate> start = campaigns.find(from.campaignId()).map(CampaignView::start);
        List<Violation> broken = rules.check(from, caller.region(), start, BusinessTime.dateOf(now));
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        TrainingSession session = new TrainingSession(ids.next(), from, caller, now);
        sessions.persist(session);
        outbox.append(List.of(TrainingEvents.recorded(session)));
        Act act = Act.of(caller, now);
        history.add(new Deed(
                Aggregate.of(TrainingEvents.AGGREGATE_TYPE, session.id(), caller.region()),
                0,
                "RECORD",
                act,
                FieldChanges.between(null, session.fields())));
        obligations.fulfil(
                from.campaignId(),
                from.kind().obligation(),
                caller.region(),
                Optional.ofNullable(from.subjectRegion()),
                act);
        return TrainingView.of(session);
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    TrainingView find(Caller caller, UUID id) {
        return sessions.find(OfficeScope.of(caller), id)
                .map(TrainingView::of)
                .orElseThrow(() -> Refusal.notFound("培训记录", "training session"));
    }

    @Transactional
    Page<TrainingView> list(Caller caller, TrainingFilter filter, PageRequest page) {
        return sessions.list(OfficeScope.of(caller), filter, page).map(TrainingView::of);
    }

    private static void refuseUnlessHolder(Caller caller, TrainingKind kind) {
        if (caller.role() != kind.holder()) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    kind.holder() == Role.PROVINCE ? "该类培训由省工改办组织和登记。" : "专题培训由各省辖市、济源示范区工改办组织和登记。",
                    "This kind is held and recorded by the " + kind.holder().claim() + ".");
        }
    }
}
