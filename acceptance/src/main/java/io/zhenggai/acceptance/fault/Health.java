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

/** What the services behind the gateways say of themselves. */
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalSystem local;
    private final HttpClient client = HttpClient.newHttpClient();

    Health(LocalSystem local) {
        this.local = local;
    }

    /**
     * Waits until every replica tells that events do not flow, or that they do, while it is ready and alive all the same.
     *
     * @throws IllegalStateException when one of them tells otherwise for half a minute
     */
    void await(boolean eventsFlow) {
        for (Replica replica : local.replicas()) {
            if (replica.service() != LocalService.GATEWAY) {
                await(replica, "group/events", eventsFlow);
                await(replica, "ready", true);
                await(replica, "live", true);
            }
        }
    }

    private void await(Replica replica, String which, boolean up) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isUp(replica, which) != up) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(replica + " has said that its health " + which + " is "
                        + (up ? "down" : "up") + " for " + PATIENCE.toSeconds() + " s");
            }
            Deaths.letPass(Duration.ofMillis(200));
        }
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
