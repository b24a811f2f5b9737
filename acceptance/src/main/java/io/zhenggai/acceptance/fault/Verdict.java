package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.system.LocalService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether every committed change has exactly one effect in every consumer, in order per aggregate: plain counting over what was
 * found, without a clock and without asking any service.
 */
final class Verdict {

    private final Findings findings;
    private final List<Watch.Appended> committed;
    private final Set<UUID> rubbish;
    private final Map<Aggregate, Long> last = new HashMap<>();
    private final Comparison comparison = new Comparison();

    private Verdict(Findings findings, Set<UUID> rubbish) {
        this.findings = findings;
        this.rubbish = rubbish;
        this.committed = findings.appended().stream()
                .filter(event -> !rubbish.contains(event.aggregate().id()))
                .toList();
    }

    /**
     * Compares.
     *
     * @param deeds what those know who gave the commands
     * @param rubbish aggregates whose events were laid into the outbox or on the topics by hand
     */
    static Comparison of(Findings findings, Deeds deeds, Set<UUID> rubbish) {
        Verdict verdict = new Verdict(findings, rubbish);
        verdict.appended();
        verdict.topics();
        Findings.CONSUMED.forEach(verdict::effects);
        findings.projections().forEach(verdict::projection);
        verdict.commands(deeds);
        verdict.reactions();
        return verdict.comparison;
    }

    /** Each aggregate's versions are 1, 2, 3 … as its owner committed them. */
    private void appended() {
        for (Watch.Appended event : committed) {
            long before = last.getOrDefault(event.aggregate(), 0L);
            if (event.version() > before + 1) {
                comparison.lost("version %d of %s was never committed".formatted(before + 1, event.aggregate()));
            } else if (event.version() <= before) {
                comparison.doubled(
                        "version %d of %s was committed again".formatted(event.version(), event.aggregate()));
            }
            last.merge(event.aggregate(), event.version(), Math::max);
        }
    }

    /**
     * Each event is on its topic as it was committed; it may be there again, but only by its own id, and first seen in the order of
     * versions.
     */
    private void topics() {
        Set<Findings.Sent> expected = committed.stream().map(Findings.Sent::of).collect(Collectors.toSet());
        Map<Aggregate, Long> before = new HashMap<>();
        Set<Findings.Sent> seen = new HashSet<>();
        long resent = 0;
        for (Findings.Sent record : findings.sent()) {
            if (rubbish.contains(record.aggregate().id())) {
                continue;
            }
            if (!expected.contains(record)) {
                comparison.doubled("version %d of %s was sent as %s and never committed so"
                        .formatted(record.version(), record.aggregate(), record.type()));
            } else if (!seen.add(record)) {
                resent++;
            } else if (before.merge(record.aggregate(), record.version(), Math::max) > record.version()) {
                comparison.disordered(
                        "version %d of %s was sent after a later one".formatted(record.version(), record.aggregate()));
            }
        }
        expected.stream()
                .filter(event -> !seen.contains(event))
                .forEach(event -> comparison.lost("version %d of %s was never sent as %s"
                        .formatted(event.version(), event.aggregate(), event.type())));
        comparison.events(expected.size());
        comparison.counted("sent/committed", seen.size(), expected.size());
        comparison.noted("resent " + resent);
    }

    /** Each aggregate's effects go forward, and end with its last version. */
    private void effects(LocalService service, Set<String> types) {
        Map<Aggregate, Long> reached = goneForward(service);
        reached.forEach((aggregate, version) -> {
            if (!last.containsKey(aggregate) || !types.contains(aggregate.type())) {
                comparison.doubled("version %d of %s had its effect in %s and was never committed, or not for it"
                        .formatted(version, aggregate, service.module()));
            }
        });
        long expected = 0;
        long complete = 0;
        for (Map.Entry<Aggregate, Long> one : last.entrySet()) {
            if (types.contains(one.getKey().type())) {
                long at = reached.getOrDefault(one.getKey(), 0L);
                String what = "%s stands at %d in %s and not at %d"
                        .formatted(one.getKey(), at, service.module(), one.getValue());
                expected++;
                if (at == one.getValue()) {
                    complete++;
                } else if (at < one.getValue()) {
                    comparison.lost(what);
                } else {
                    comparison.doubled(what);
                }
            }
        }
        comparison.counted(service.module(), complete, expected);
    }

    /** @return the last version that each aggregate's effects have reached in the service */
    private Map<Aggregate, Long> goneForward(LocalService service) {
        Map<Aggregate, Long> reached = new HashMap<>();
        for (Watch.Effect effect : findings.effects().get(service)) {
            long before = reached.getOrDefault(effect.aggregate(), 0L);
            String what = "version %d of %s in %s".formatted(effect.version(), effect.aggregate(), service.module());
            if (effect.version() == before) {
                comparison.doubled(what + " had its effect again");
            } else if (effect.version() < before) {
                comparison.disordered(what + " had its effect after " + before);
            }
            reached.merge(effect.aggregate(), effect.version(), Math::max);
        }
        return reached;
    }

    /** A projection has its owner's rows and no other ones, each as it stands there. */
    private void projection(Projections.Stand stand) {
        stand.owned().forEach((key, state) -> {
            String shown = stand.shown().get(key);
            if (!state.equals(shown)) {
                comparison.lost("%s: %s expected for %s, %s shown".formatted(stand.name(), state, key, shown));
            }
        });
        stand.shown().keySet().stream()
                .filter(key -> !stand.owned().containsKey(key))
                .forEach(key ->
                        comparison.doubled("%s: %s is shown, and its owner has it not".formatted(stand.name(), key)));
        comparison.counted(stand.name(), stand.shown().size(), stand.owned().size());
    }

    /** What was answered is in the ledger, once; nothing is there that nobody asked for. */
    private void commands(Deeds deeds) {
        Map<UUID, Integer> known = deeds.byAggregate();
        known.forEach((id, commands) -> comparison.same(
                "commands to " + id,
                commands,
                Math.max(version(findings.ledger(), id), version(findings.reports(), id))));
        deeds.registered()
                .forEach(document -> comparison.same(
                        "issues of " + document, 1, findings.documents().getOrDefault(document, 0L)));
        long unanswered = 0;
        for (String document : deeds.doubtful()) {
            long issues = findings.documents().getOrDefault(document, 0L);
            unanswered += Math.min(issues, 1);
            if (issues > 1) {
                comparison.doubled(document + " was registered " + issues + " times");
            }
        }
        long expected = deeds.registered().size() + unanswered + deeds.imported();
        comparison.same("issues in the ledger", expected, findings.ledger().size());
        comparison.counted("issues in the ledger", findings.ledger().size(), expected);
    }

    private static long version(Map<UUID, Findings.Row> rows, UUID id) {
        return rows.containsKey(id) ? rows.get(id).eventVersion() : 0;
    }

    /** Each submission and each return of a report moved its obligation once, which the plan service told by an event each. */
    private void reactions() {
        Map<Aggregate, List<String>> types = committed.stream()
                .collect(Collectors.groupingBy(
                        Watch.Appended::aggregate, Collectors.mapping(Watch.Appended::type, Collectors.toList())));
        long moves = 0;
        long moved = 0;
        for (Map.Entry<UUID, UUID> pair : findings.summaryObligations().entrySet()) {
            for (String move : List.of("submitted", "returned")) {
                long asked = count(
                        types.getOrDefault(new Aggregate("report", pair.getKey()), List.of()),
                        "report." + move + ".v1");
                long done = count(
                        types.getOrDefault(new Aggregate("obligation", pair.getValue()), List.of()),
                        "obligation." + move + ".v1");
                comparison.same("obligations that followed report " + pair.getKey() + " when " + move, asked, done);
                moves += asked;
                moved += done;
            }
        }
        comparison.counted("reactions", moved, moves);
    }

    private static long count(List<String> types, String wanted) {
        return types.stream().filter(wanted::equals).count();
    }
}
