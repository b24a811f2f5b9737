package io.zhenggai.acceptance.fault;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.Replica;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;

/** Those who look at what could not go its way, through the doors of each service. */
final class Operators {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String REASON = "{\"reason\":\"laid there by the trial of faults\"}";

    private final LocalSystem local;

    Operators(LocalSystem local) {
        this.local = local;
    }

    /**
     * Waits until each of the aggregates shows in the list, once, and throws them away.
     *
     * @param things {@code dead-letters} or {@code parked-events}
     * @throws ConditionTimeoutException when they are not listed within two minutes
     * @throws IllegalStateException when others are in the list
     */
    void discard(LocalService service, String things, Set<UUID> aggregates) {
        Client operator = operator(service);
        List<JsonNode> listed = await(things + " of " + service.module())
                .atMost(PATIENCE)
                .until(() -> operator.all("/admin/" + things), list -> list.size() >= aggregates.size());
        List<UUID> found = listed.stream()
                .map(one -> UUID.fromString(one.path("aggregateId").asText()))
                .toList();
        if (found.size() != aggregates.size() || !aggregates.containsAll(found)) {
            throw new IllegalStateException(
                    "%s of %s: %s expected, %s listed".formatted(things, service.module(), aggregates, found));
        }
        listed.forEach(one -> operator.send(
                "/admin/" + things + "/" + one.path("id").asLong() + "/discards", "application/json", REASON, 204));
    }

    /** Has a projection made anew; returns when that is accepted. */
    void rebuild(LocalService service, String aggregateType) {
        operator(service).send("/admin/projections/" + aggregateType + "/rebuilds", "application/json", REASON, 202);
    }

    /**
     * Waits until the copy has taken the place of the live tables.
     *
     * @throws ConditionTimeoutException when it has not within two minutes
     * @throws IllegalStateException when the rebuild has ended in another way
     */
    void awaitSwitch(LocalService service, String aggregateType) {
        Client operator = operator(service);
        JsonNode rebuild = await("the end of the rebuild of " + aggregateType)
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(
                        () -> operator.get("/admin/projections/" + aggregateType + "/rebuilds/latest")
                                .body(),
                        latest -> !latest.path("state").asText().equals("RUNNING"));
        if (!rebuild.path("state").asText().equals("SWITCHED")) {
            throw new IllegalStateException("the rebuild of " + aggregateType + " ended so: " + rebuild);
        }
    }

    private Client operator(LocalService service) {
        return new Client(local.url(Replica.first(service)), local.token("system:operations"));
    }
}
