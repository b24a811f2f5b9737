package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.Arrivals;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What whoever looks back at closed issues needs of the ledger: what is closed, and what becomes of a close-out that did not hold. */
@ApplicationScoped
public class ClosedIssueService {

    /** Whoever is refused by the rules of a registration finds the field within what they sent. */
    private static final String RELAPSE = "relapse.";

    private final ClosedIssues closed;
    private final IssueRepository issues;
    private final IssueChanges changes;
    private final CloseOutService closeOuts;
    private final RegistrationService registrations;
    private final Campaigns campaigns;
    private final Arrivals arrivals;
    private final Regions regions;

    ClosedIssueService(
            ClosedIssues closed,
            IssueRepository issues,
            IssueChanges changes,
            CloseOutService closeOuts,
            RegistrationService registrations,
            Campaigns campaigns,
            Arrivals arrivals,
            Regions regions) {
        this.closed = closed;
        this.issues = issues;
        this.changes = changes;
        this.closeOuts = closeOuts;
        this.registrations = registrations;
        this.campaigns = campaigns;
        this.arrivals = arrivals;
        this.regions = regions;
    }

    /**
     * One statement.
     *
     * @param most how many are read at the most
     * @return those within the caller's scope, in the order of their ids
     */
    @Transactional
    public List<ClosedIssue> closed(Caller caller, ClosedIssueFilter filter, int most) {
        return closed.find(caller.scope(), filter, most);
    }

    /**
     * Keeps others from changing the issue until the transaction ends. One statement.
     *
     * @return since when its close-out stands; empty when it is not closed
     * @throws Refusal 404 when it is not there for this caller
     */
    @Transactional
    public Optional<Instant> lockClosedAt(Caller caller, UUID id) {
        return Optional.ofNullable(
                changes.lock(caller, id.toString(), "*").fields().closedAt());
    }

    /**
     * 撤销销号, by the rules of a single revocation and without asking for the issue's version: to be called once it is locked. Five
     * statements.
     *
     * @param lookBackId told by history and event
     * @throws Refusal 409 when it is not closed; 422 when the deadline does not lie within a year from now
     */
    @Transactional
    public void revoke(Act act, UUID id, CloseOutFinding finding, LocalDate deadline, UUID lookBackId) {
        Revocation revocation = new Revocation(finding, act.reason().orElseThrow(), deadline);
        changes.change(id.toString(), "*", closeOuts.revoke(act, revocation, Map.of("lookBackId", lookBackId)));
    }

    /** Waits, before the transaction, until a campaign that was named has arrived, or has not in time. */
    public void await(UUID campaignId) {
        arrivals.await(() -> campaigns.find(campaignId));
    }

    /**
     * Registers a closed issue that has come back as a new one that is linked to it, by nine statements.
     *
     * @throws Refusal 422 naming every rule of a registration that is broken; 409 when the same source item is registered already
     */
    @Transactional
    public IssueNumber registerRecurrence(Act act, UUID of, Relapse relapse) {
        Caller caller = act.by();
        Issue before = issues.find(caller.scope(), IssueReference.to(of)).orElseThrow(IssueReference::unknown);
        NewIssue again = relapse.of(before.fields());
        Registration rules =
                new Registration(regions, campaigns.find(again.campaignId()), caller, BusinessTime.dateOf(act.at()));
        List<Violation> broken = rules.check(again).stream()
                .map(rule -> new Violation(RELAPSE + rule.field(), rule.row(), rule.message()))
                .toList();
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        IssueFields registered = registrations.register(caller, rules, again).fields();
        return new IssueNumber(registered.id(), registered.ledgerNumber());
    }

    /**
     * One statement.
     *
     * @return the issue of that reference, which was registered as the other one come back
     * @throws Refusal 422 naming {@code recurrence} when it is not there for this caller, or was not
     */
    @Transactional
    public IssueNumber recurrence(Caller caller, UUID of, String reference) {
        return issues.find(caller.scope(), IssueReference.of(reference))
                .map(Issue::fields)
                .filter(issue -> of.equals(issue.recurrenceOf()))
                .map(issue -> new IssueNumber(issue.id(), issue.ledgerNumber()))
                .orElseThrow(() -> Refusal.unprocessable(
                        "recurrence", "没有这一登记为该问题反弹的问题", "no issue that was registered as this one come back"));
    }
}
