package io.zhenggai.acceptance.fault;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What those who gave the commands know of them, for all of the system's life. */
final class Deeds {

    private final Map<UUID, Integer> done = new ConcurrentHashMap<>();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong imported = new AtomicLong();

    /** A command to an issue or report was carried out: it was answered, or seen later. */
    void did(UUID aggregate) {
        done.merge(aggregate, 1, Integer::sum);
        commands.incrementAndGet();
    }

    /** An issue with that document number was registered. */
    void registered(String documentNumber, UUID issue) {
        registered.add(documentNumber);
        did(issue);
    }

    /** Nobody answered whether an issue with that document number was registered. */
    void perhapsRegistered(String documentNumber) {
        doubtful.add(documentNumber);
    }

    /** So many issues were registered by a file. */
    void imported(int issues) {
        imported.addAndGet(issues);
        commands.incrementAndGet();
    }

    /** @return how many commands were carried out for certain */
    long commands() {
        return commands.get();
    }

    /** @return how many issues came by files */
    long imported() {
        return imported.get();
    }

    /** @return how many commands each issue and report has seen, registration or drafting included */
    Map<UUID, Integer> byAggregate() {
        return new TreeMap<>(done);
    }

    Set<String> registered() {
        return Set.copyOf(registered);
    }

    Set<String> doubtful() {
        return Set.copyOf(doubtful);
    }
}
