package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** What the launcher asks of services directly: health, the business clock, pending work. Never through the gateway. */
final class InternalApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** Whether the service on this port says that it is ready; no when it does not answer. */
    boolean isReady(int port) {
        try {
            return send(request(port, "/q/health/ready").GET()).statusCode() == 200;
        } catch (IOException e) { // nobody listens yet, or not for long enough
            return false;
        }
    }

    void setClock(int port, Instant now) {
        HttpRequest.Builder request = request(port, "/internal/clock")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + now + "\"}"));
        requireSuccess(exchange(request));
    }

    /** @throws CannotTellException when the service does not know for the moment */
    PendingWork pending(int port) {
        HttpResponse<String> answer =
                exchange(request(port, "/internal/pending").GET());
        if (answer.statusCode() == 503) {
            throw new CannotTellException(answer.uri() + ": " + answer.body());
        }
        requireSuccess(answer);
        return PendingWork.parse(answer.body());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + LoopbackPorts.HOST + ":" + port + path))
                .timeout(TIMEOUT);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service was answering", e);
        }
    }

    private static void requireSuccess(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + " gave status "
                    + answer.statusCode() + ": " + answer.body());
        }
    }
}
