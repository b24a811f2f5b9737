package io.zhenggai.acceptance.fault;

import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.Replica;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** What the services behind the gateways say of themselves. */
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than a group waits for members that are gone. */
    private static final Duration PATIENCE_FOR_GROUPS = Duration.ofSeconds(150);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final LocalSystem local;
    private final HttpClient client = HttpClient.newHttpClient();

    Health(LocalSystem local) {
        this.local = local;
    }

    /**
     * Waits until every replica tells that events do not flow, or that they do, while it is ready and alive all the same.
     *
     * @throws IllegalStateException when one of them tells otherwise all the time
     */
    void await(boolean eventsFlow) {
        Duration patience = eventsFlow ? PATIENCE_FOR_GROUPS : PATIENCE;
        try {
            Awaitility.await().atMost(patience).pollInterval(LOOK).until(() -> behindGateways().stream()
                    .allMatch(replica -> isUp(replica, "group/events") == eventsFlow));
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(
                    "the health of events has not become " + (eventsFlow ? "up" : "down") + " everywhere for "
                            + patience.toSeconds() + " s",
                    e);
        }
        for (Replica replica : behindGateways()) {
            if (!isUp(replica, "ready") || !isUp(replica, "live")) {
                throw new IllegalStateException(replica + " is not ready or not alive");
            }
        }
    }

    private List<Replica> behindGateways() {
        return local.replicas().stream()
                .filter(replica -> replica.service() != LocalService.GATEWAY)
                .toList();
    }

    private boolean isUp(Replica replica, String which) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(local.url(replica) + "/q/health/" + which))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + request.uri(), e);
        }
    }
}
