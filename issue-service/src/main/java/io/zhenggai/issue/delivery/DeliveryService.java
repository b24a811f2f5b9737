package io.zhenggai.issue.delivery;

import io.zhenggai.issue.ledger.DeliveredIssueService;
import io.zhenggai.issue.ledger.DeliveredIssueService.Known;
import io.zhenggai.issue.ledger.LikelyIssue;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.Registration;
import io.zhenggai.issue.ledger.SourceKey;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.Item;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes what other systems deliver, many at once in one transaction: what is refused keeps nobody else back. The same number of statements
 * for one item and for 200.
 */
@ApplicationScoped
class DeliveryService {

    private final DeliveredIssueService ledger;
    private final SourceItemProposals proposals;
    private final SourceItemProposalTable table;
    private final SourceItemProposalRecord record;
    private final Ids ids;
    private final Clock clock;

    DeliveryService(
            DeliveredIssueService ledger,
            SourceItemProposals proposals,
            SourceItemProposalTable table,
            SourceItemProposalRecord record,
            Ids ids,
            Clock clock) {
        this.ledger = ledger;
        this.proposals = proposals;
        this.table = table;
        this.record = record;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param rules of who delivers and the campaign
     * @param items what is delivered, or why it cannot be taken
     * @return what became of each, in their order
     * @throws Refusal 422 when nothing at all is registered in the campaign; 409 when one of the source items is registered at the same
     *     moment by another way: nothing is stored then
     */
    @Transactional
    List<Delivered> deliver(Caller caller, Registration rules, UUID campaignId, List<Item<DeliveredIssue>> items) {
        rules.brokenCampaign().ifPresent(broken -> {
            throw Refusal.unprocessable(List.of(broken));
        });
        List<NewIssue> issues = items.stream()
                .flatMap(item -> item.value().stream())
                .map(item -> item.in(campaignId))
                .toList();
        Iterator<Delivered> delivered = deliver(caller, rules, issues).iterator();
        return items.stream()
                .map(item -> item.refusal().map(Delivered::refused).orElseGet(delivered::next))
                .toList();
    }

    private List<Delivered> deliver(Caller caller, Registration rules, List<NewIssue> issues) {
        Map<Integer, UUID> recurrences = ledger.recurrences(caller, issues);
        Map<Integer, Delivered> settled = new HashMap<>(refused(rules, issues, recurrences));
        List<Integer> sound = without(issues, settled.keySet());
        if (sound.isEmpty()) {
            return inOrder(issues, settled);
        }
        UUID campaignId = issues.get(0).campaignId();
        int year = rules.campaign().orElseThrow().year();
        // What takes longest, before anybody is made to wait.
        Map<Integer, LikelyIssue> likely = at(sound, ledger.likeliest(campaignId, at(sound, issues)));
        // Who delivers says itself which matter it is.
        likely.keySet().removeAll(recurrences.keySet());
        ledger.keepOthersOut(year, at(sound, issues).stream().map(ledger::city).collect(Collectors.toSet()));
        settled.putAll(known(caller, issues, sound));
        DeliveryPlan plan = DeliveryPlan.of(keys(issues), settled.keySet(), likely.keySet());
        settled.putAll(registered(caller, year, issues, plan.register(), recurrences));
        settled.putAll(proposed(caller, issues, plan.propose(), likely));
        plan.again()
                .forEach((index, first) -> settled.put(index, settled.get(first).again()));
        return inOrder(issues, settled);
    }

    private static Map<Integer, Delivered> refused(
            Registration rules, List<NewIssue> issues, Map<Integer, UUID> recurrences) {
        Map<Integer, Delivered> refused = new HashMap<>();
        for (int i = 0; i < issues.size(); i++) {
            NewIssue issue = issues.get(i);
            List<Violation> broken = new ArrayList<>(rules.checkApartFromCampaign(issue));
            if (issue.recurrenceOf() != null && !recurrences.containsKey(i)) {
                broken.add(DeliveredIssueService.nothingClosed());
            }
            if (!broken.isEmpty()) {
                refused.put(i, Delivered.refused(Refusal.unprocessable(broken)));
            }
        }
        return refused;
    }

    /** What is in the ledger already, or waits to be decided on. */
    private Map<Integer, Delivered> known(Caller caller, List<NewIssue> issues, List<Integer> sound) {
        List<String> keys = keys(issues);
        // First: what is accepted between the two is in the ledger by then.
        Map<String, UUID> pending = proposals.pending(at(sound, keys));
        Map<Integer, String> numbers = at(sound, ledger.known(at(sound, issues)));
        Map<String, Known> shown = ledger.shown(caller.scope(), Set.copyOf(numbers.values()));
        Map<Integer, Delivered> known = new HashMap<>();
        for (int index : sound) {
            if (numbers.containsKey(index)) {
                known.put(index, Delivered.alreadyRegistered(Optional.ofNullable(shown.get(numbers.get(index)))));
            } else if (pending.containsKey(keys.get(index))) {
                known.put(index, Delivered.proposed(pending.get(keys.get(index))));
            }
        }
        return known;
    }

    private Map<Integer, Delivered> registered(
            Caller caller, int year, List<NewIssue> issues, List<Integer> places, Map<Integer, UUID> recurrences) {
        if (places.isEmpty()) {
            return Map.of();
        }
        Map<Integer, UUID> closed = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            UUID recurrence = recurrences.get(places.get(i));
            if (recurrence != null) {
                closed.put(i, recurrence);
            }
        }
        List<Known> registered = ledger.register(caller, year, at(places, issues), closed);
        return IntStream.range(0, places.size())
                .boxed()
                .collect(Collectors.toMap(places::get, i -> Delivered.registered(registered.get(i))));
    }

    private Map<Integer, Delivered> proposed(
            Caller caller, List<NewIssue> issues, List<Integer> places, Map<Integer, LikelyIssue> likely) {
        if (places.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Map<Integer, Delivered> proposed = new HashMap<>();
        List<SourceItemProposal> pending = new ArrayList<>();
        for (int index : places) {
            NewIssue issue = issues.get(index);
            SourceItemProposal proposal = SourceItemProposal.pending(
                    ids.next(), ledger.city(issue), issue, likely.get(index), now, Deliverer.of(caller));
            pending.add(proposal);
            proposed.put(index, Delivered.proposed(proposal.id()));
        }
        table.add(pending);
        record.proposed(pending, Act.of(caller, now));
        return proposed;
    }

    private static List<String> keys(List<NewIssue> issues) {
        return issues.stream().map(issue -> SourceKey.of(issue).digest()).toList();
    }

    private static List<Integer> without(List<NewIssue> issues, Set<Integer> places) {
        return IntStream.range(0, issues.size())
                .filter(i -> !places.contains(i))
                .boxed()
                .toList();
    }

    private static <T> List<T> at(List<Integer> places, List<T> all) {
        return places.stream().map(all::get).toList();
    }

    /** @return by the places in the delivery what is there by the places among some of it; a map of the caller's own */
    private static <T> Map<Integer, T> at(List<Integer> places, Map<Integer, T> found) {
        Map<Integer, T> placed = new HashMap<>();
        found.forEach((index, value) -> placed.put(places.get(index), value));
        return placed;
    }

    private static List<Delivered> inOrder(List<NewIssue> issues, Map<Integer, Delivered> settled) {
        return IntStream.range(0, issues.size()).mapToObj(settled::get).toList();
    }
}
