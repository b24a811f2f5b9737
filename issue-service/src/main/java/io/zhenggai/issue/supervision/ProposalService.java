package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.SupervisedIssue;
import io.zhenggai.issue.ledger.SupervisedIssueService;
import io.zhenggai.issue.supervision.ProposalRun.Progress;
import io.zhenggai.issue.supervision.SupervisionChanges.Done;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is proposed by rule, a hundred issues in one transaction: seven statements, three for each step that is proposed and two for each that
 * lapses. A run that is interrupted goes on where the last transaction ended, in whatever replica.
 */
@ApplicationScoped
class ProposalService {

    /** Working days, where nobody says otherwise. */
    static final int REPLY_WITHIN = 5;

    private static final int CHUNK = 100;
    private static final String CAUSE = "每日督办研判";

    private final SupervisionRepository supervisions;
    private final SupervisionChanges changes;
    private final ProposalRun run;
    private final SupervisedIssueService issues;
    private final SupervisionText text;
    private final SupervisionRules rules;
    private final ProposalSettings settings;
    private final Ids ids;
    private final Clock clock;

    ProposalService(
            SupervisionRepository supervisions,
            SupervisionChanges changes,
            ProposalRun run,
            SupervisedIssueService issues,
            Regions regions,
            WorkingCalendar calendar,
            ProposalSettings settings,
            Ids ids,
            Clock clock) {
        this.supervisions = supervisions;
        this.changes = changes;
        this.run = run;
        this.issues = issues;
        this.text = new SupervisionText(regions);
        this.rules = new SupervisionRules(calendar);
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What one portion of a run has come to.
     *
     * @param goesOn whether more issues of this day are to be looked at
     * @param capped whether more was to be proposed than is in one day
     */
    record Portion(int proposed, int lapsed, boolean goesOn, boolean capped) {

        static final Portion NONE = new Portion(0, 0, false, false);
    }

    /** @return whether today was not looked at to its end */
    boolean isRunNeeded() {
        return run.isNeeded(BusinessTime.today(clock));
    }

    /** Looks at the next hundred issues of today's run; at none while another replica does. */
    @Transactional
    Portion run() {
        Instant now = now();
        LocalDate today = BusinessTime.dateOf(now);
        Optional<Progress> begun = run.begin(today).filter(progress -> !progress.done());
        if (begun.isEmpty()) {
            return Portion.NONE;
        }
        Progress progress = begun.get();
        List<UUID> besides = new ArrayList<>(run.proposedOn(progress.behind(), CHUNK));
        besides.addAll(run.notReplied(today, progress.behind(), CHUNK));
        List<SupervisedIssue> behind = issues.behind(today, besides, progress.behind(), CHUNK);
        int left = Math.max(0, settings.proposalsPerDay() - progress.proposed());
        Found found = look(behind, today, now, left);
        changes.store(Act.following(CAUSE, now), found.all());
        boolean more = behind.size() == CHUNK;
        UUID last = behind.isEmpty()
                ? progress.behind()
                : behind.get(behind.size() - 1).id();
        run.note(today, new Progress(last, !more, progress.proposed() + found.proposed()));
        return new Portion(found.proposed(), found.lapsed(), more, found.capped());
    }

    /**
     * Lets lapse what has lost its ground since the run of the day, so that nobody is shown it for long.
     *
     * @param behind the last issue of the portion before
     * @return the last issue of this one; empty at the end
     */
    @Transactional
    Optional<UUID> lapse(UUID behind) {
        List<UUID> open = run.proposedOn(behind, CHUNK);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Instant now = now();
        Found found = look(issues.find(RegionScope.province(), open), BusinessTime.dateOf(now), now, 0);
        changes.store(Act.following(CAUSE, now), found.all());
        return open.size() < CHUNK ? Optional.empty() : Optional.of(open.get(open.size() - 1));
    }

    /** What was found of some issues. */
    private record Found(List<Done> all, int proposed, int lapsed, boolean capped) {}

    private Found look(List<SupervisedIssue> looked, LocalDate today, Instant now, int most) {
        Map<UUID, List<Standing>> standing =
                supervisions.standing(looked.stream().map(SupervisedIssue::id).toList());
        List<UUID> lapsing = new ArrayList<>();
        List<Done> all = new ArrayList<>();
        boolean capped = false;
        for (SupervisedIssue issue : looked) {
            List<Standing> known = standing.getOrDefault(issue.id(), List.of());
            known.stream()
                    .filter(one -> one.status() == SupervisionStatus.PROPOSED)
                    .filter(one -> rules.lapses(one, issue, known, today))
                    .forEach(one -> lapsing.add(one.id()));
            for (Step step : rules.due(issue, known, today)) {
                if (all.size() < most) {
                    all.add(new Done(proposed(issue, step, now), SupervisionAction.PROPOSE, null));
                } else {
                    capped = true;
                }
            }
        }
        int proposed = all.size();
        if (!lapsing.isEmpty()) {
            all.addAll(lapsed(lapsing, now));
        }
        return new Found(all, proposed, all.size() - proposed, capped);
    }

    /** Of what a person has signed or dismissed meanwhile nothing lapses. */
    private List<Done> lapsed(List<UUID> lapsing, Instant now) {
        List<Done> lapsed = new ArrayList<>();
        for (Supervision supervision : supervisions.lock(RegionScope.province(), lapsing)) {
            SupervisionFields before = supervision.fields();
            if (before.status() == SupervisionStatus.PROPOSED) {
                supervision.lapse(now);
                lapsed.add(new Done(supervision, SupervisionAction.LAPSE, before));
            }
        }
        return lapsed;
    }

    private Supervision proposed(SupervisedIssue issue, Step step, Instant now) {
        Route route = Route.of(issue, step.kind(), step.cause());
        SupervisionFields fields = new SupervisionFields(
                ids.next(),
                step.kind(),
                SupervisionStatus.PROPOSED,
                route.issuer(),
                step.cause(),
                step.since(),
                now,
                Supervision.BY_RULE,
                text.draft(step.kind(), step.cause(), step.since(), List.of(issue), route),
                REPLY_WITHIN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new IssueUnderSupervision(issue.id(), issue.ledgerNumber(), issue.city(), issue.region())),
                List.of(Addressee.of(1, route)));
        return new Supervision(fields, issue.id(), step.basis(), 0);
    }

    /** As the columns keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
