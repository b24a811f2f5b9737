package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaigns;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the ledger does with issues that other systems deliver; always in the transaction of a delivery, or of a decision on a part of one. */
@ApplicationScoped
public class DeliveredIssueService {

    private final RegistrationService registrations;
    private final SourceItemService sourceItemService;
    private final SourceItems sourceItems;
    private final LikelyIssues likelyIssues;
    private final IssueRepository issues;
    private final LedgerNumbers ledgerNumbers;
    private final Campaigns campaigns;
    private final Regions regions;
    private final Clock clock;

    DeliveredIssueService(
            RegistrationService registrations,
            SourceItemService sourceItemService,
            SourceItems sourceItems,
            LikelyIssues likelyIssues,
            IssueRepository issues,
            LedgerNumbers ledgerNumbers,
            Campaigns campaigns,
            Regions regions,
            Clock clock) {
        this.registrations = registrations;
        this.sourceItemService = sourceItemService;
        this.sourceItems = sourceItems;
        this.likelyIssues = likelyIssues;
        this.issues = issues;
        this.ledgerNumbers = ledgerNumbers;
        this.campaigns = campaigns;
        this.regions = regions;
        this.clock = clock;
    }

    /** An issue, by what it is known by. */
    public record Known(UUID id, String ledgerNumber) {}

    /**
     * What was to be registered as an issue of its own.
     *
     * @param isNew whether it was; otherwise somebody else has registered it meanwhile, maybe without all that was delivered of it
     */
    public record Alone(Known issue, boolean isNew) {}

    /**
     * Which closed issues have come back 问题反弹. One statement where any is said to have, else none.
     *
     * @return the closed issue by the place of the new one, from 0; without what names none of the caller's
     */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, UUID> recurrences(Caller caller, List<NewIssue> delivered) {
        List<IssueReference> named = delivered.stream()
                .flatMap(one -> Optional.ofNullable(one.recurrenceOf()).stream())
                .map(IssueReference::of)
                .toList();
        List<Issue> found = named.isEmpty() ? List.of() : issues.findAll(caller.scope(), named);
        Map<Integer, UUID> recurrences = new HashMap<>();
        for (int i = 0; i < delivered.size(); i++) {
            NewIssue one = delivered.get(i);
            if (one.recurrenceOf() != null) {
                IssueReference reference = IssueReference.of(one.recurrenceOf());
                Optional<String> city = Registration.city(regions, one.region());
                Optional<UUID> closed = found.stream()
                        .filter(issue -> issue.isMeantBy(reference))
                        .filter(issue -> city.filter(issue::mayRecurIn).isPresent())
                        .map(Issue::id)
                        .findFirst();
                if (closed.isPresent()) {
                    recurrences.put(i, closed.get());
                }
            }
        }
        return recurrences;
    }

    /** @return the violation of what names no closed issue that could have come back */
    public static Violation nothingClosed() {
        return Origin.nothingClosed();
    }

    /** @return the city of a region that keeps the rules */
    public String city(NewIssue delivered) {
        return registrations.city(delivered);
    }

    /** Three statements. @return the open issue that each is likely the same as, by its place from 0, where there is one */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, LikelyIssue> likeliest(UUID campaignId, List<NewIssue> delivered) {
        return likelyIssues.likeliest(campaignId, delivered);
    }

    /** Makes whoever registers in these cities wait until the transaction ends. One statement. */
    @Transactional(TxType.MANDATORY)
    public void keepOthersOut(int year, Set<String> cities) {
        ledgerNumbers.reserve(year, cities.stream().collect(Collectors.toMap(Function.identity(), city -> 0)));
    }

    /** One statement. @return whose source item each of them is already, by its place from 0 */
    @Transactional(TxType.MANDATORY)
    public Map<Integer, String> known(List<NewIssue> delivered) {
        return sourceItems.known(delivered).stream()
                .collect(Collectors.toMap(AlreadyRegistered::index, AlreadyRegistered::ledgerNumber));
    }

    /**
     * Registers what is not there yet, in the transaction in which others were kept out. Five statements.
     *
     * @param recurrences as of {@link #recurrences}, by the place in these
     * @return the issues, in their order
     */
    @Transactional(TxType.MANDATORY)
    public List<Known> register(Caller caller, int year, List<NewIssue> fresh, Map<Integer, UUID> recurrences) {
        Map<NewIssue, Origin> origins = new IdentityHashMap<>();
        recurrences.forEach((index, closed) -> origins.put(fresh.get(index), Origin.recurrence(closed)));
        Act act = Act.of(caller, clock.instant());
        return registrations.storeNew(act, year, fresh, issue -> origins.getOrDefault(issue, Origin.NONE)).stream()
                .map(DeliveredIssueService::known)
                .toList();
    }

    /** One statement, none for no numbers. @return those of the issues that the scope shows, by their numbers */
    @Transactional(TxType.MANDATORY)
    public Map<String, Known> shown(RegionScope scope, Collection<String> ledgerNumbers) {
        if (ledgerNumbers.isEmpty()) {
            return Map.of();
        }
        List<IssueReference> references =
                ledgerNumbers.stream().map(IssueReference::of).toList();
        return issues.findAll(scope, references).stream()
                .map(DeliveredIssueService::known)
                .collect(Collectors.toMap(Known::ledgerNumber, Function.identity()));
    }

    /** One statement, one more where any of them is merged. @return the issues that the scope shows as they stand, by their ids */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, MatchedIssue> matched(RegionScope scope, Collection<UUID> ids) {
        List<Issue> found = issues.find(scope, ids);
        List<UUID> into = found.stream()
                .flatMap(issue -> Optional.ofNullable(issue.mergedInto()).stream())
                .toList();
        Map<UUID, Successor> successors = into.isEmpty()
                ? Map.of()
                : issues.find(scope, into).stream()
                        .map(Issue::fields)
                        .collect(Collectors.toMap(
                                IssueFields::id, one -> new Successor(one.ledgerNumber(), one.status())));
        return found.stream()
                .map(Issue::fields)
                .map(one -> new MatchedIssue(
                        one.id(),
                        one.ledgerNumber(),
                        one.status(),
                        one.description(),
                        one.mergedInto() == null ? null : successors.get(one.mergedInto())))
                .collect(Collectors.toMap(MatchedIssue::id, Function.identity()));
    }

    /**
     * Makes what was delivered another source item of an issue, or of the one that goes on in its place. As adding one, with two statements more:
     * which that is, before it is locked and behind that.
     *
     * @return the issue whose source item it is now
     * @throws Refusal 409 when the issue is over, or the item is registered already; 412 when another one has come to go on in its place
     *     meanwhile; 422 when the issue has as many as it may have
     */
    @Transactional(TxType.MANDATORY)
    public Known addTo(Caller caller, UUID issueId, NewIssue delivered) {
        // Only the one that goes on is locked: who merges locks both in another order.
        UUID target = goingOnAs(caller, issueId);
        Issue issue = issues.lock(caller.scope(), IssueReference.to(target)).orElseThrow(IssueReference::unknown);
        if (!target.equals(goingOnAs(caller, issueId))) {
            throw new Refusal(ProblemType.STALE_VERSION);
        }
        if (issue.fields().status().isOver()) {
            String number = issue.fields().ledgerNumber();
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "问题 " + number + " 当前为“" + issue.fields().status().chinese() + "”，不能再增加来源；请不予采纳，该条目将作为新问题登记。",
                    "Issue " + number + " is " + issue.fields().status()
                            + " and takes no more source items; refuse the proposal, and the item is registered as an issue of its own.");
        }
        // The version that was sent is the proposal's.
        sourceItemService.add(caller, issue, delivered, false);
        return known(issue);
    }

    private UUID goingOnAs(Caller caller, UUID issueId) {
        return issues.mergedInto(caller.scope(), IssueReference.to(issueId)).orElse(issueId);
    }

    /**
     * Registers what was delivered as an issue of its own, for whoever delivered it; the rules it kept when it came, so that the end of the
     * campaign does not keep it out. What is registered meanwhile stays as it is. One statement, then those of a registration and one more.
     *
     * @param delivering whose issue it is
     * @param act of who decides
     */
    @Transactional(TxType.MANDATORY)
    public Alone registerAlone(Caller delivering, Act act, NewIssue delivered) {
        Optional<String> known = Optional.ofNullable(known(List.of(delivered)).get(0));
        if (known.isPresent()) {
            return new Alone(
                    Optional.ofNullable(
                                    shown(act.by().scope(), Set.of(known.get())).get(known.get()))
                            .orElseThrow(IssueReference::unknown),
                    false);
        }
        int year = campaigns.find(delivered.campaignId()).orElseThrow().year();
        return new Alone(
                known(registrations
                        .store(delivering, act, delivered, Origin.NONE, year)
                        .issue()),
                true);
    }

    private static Known known(Issue issue) {
        return new Known(issue.id(), issue.fields().ledgerNumber());
    }
}
