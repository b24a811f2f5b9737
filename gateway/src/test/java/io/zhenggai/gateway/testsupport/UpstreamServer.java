package io.zhenggai.gateway.testsupport;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A real HTTP server where the gateway expects a service: it answers as told, and remembers what it was asked. */
public final class UpstreamServer {

    /** What it was asked. Names of header fields are in lower case. */
    public record Asked(String method, String uri, List<Map.Entry<String, String>> headers) {

        /** @return the values of a field, empty where it is absent */
        public List<String> values(String name) {
            return headers.stream()
                    .filter(field -> field.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private final Vertx vertx;
    private final String name;
    private final int port;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong bodyBytes = new AtomicLong();
    private volatile Handler<HttpServerRequest> answer = this::echo;
    private HttpServer server;

    UpstreamServer(Vertx vertx, String name, int port) {
        this.vertx = vertx;
        this.name = name;
        this.port = port;
        start();
    }

    public void start() {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(this::remember);
        await(server.listen().toCompletionStage().toCompletableFuture());
    }

    public void stop() {
        await(server.close().toCompletionStage().toCompletableFuture());
    }

    /** Back to echoing, with nothing remembered. */
    public void reset() {
        answer = this::echo;
        asked.clear();
        bodyBytes.set(0);
    }

    /** From now on every request is answered so. */
    public void answers(Handler<HttpServerRequest> how) {
        answer = how;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** @return the one request that it was asked */
    public Asked onlyAsked() {
        List<Asked> all = asked();
        if (all.size() != 1) {
            throw new AssertionError(name + " was asked " + all.size() + " times: " + all);
        }
        return all.get(0);
    }

    /** @return bytes of bodies that arrived since the last reset */
    public long bodyBytes() {
        return bodyBytes.get();
    }

    private void remember(HttpServerRequest request) {
        asked.add(new Asked(
                request.method().name(),
                request.uri(),
                List.copyOf(request.headers().entries())));
        answer.handle(request);
    }

    /** Reads the body, then says who answered and what was asked. */
    private void echo(HttpServerRequest request) {
        request.handler(part -> bodyBytes.addAndGet(part.length()));
        request.endHandler(end -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .toBuffer()));
    }

    private static <T> void await(CompletableFuture<T> future) {
        try {
            future.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
