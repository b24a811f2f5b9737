package io.zhenggai.bench.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Callers of a service, several at once, each on a connection that stays open. */
final class Calls implements AutoCloseable {

    /** As many as pgbench has clients. */
    static final int CALLERS = 8;

    private final String url;
    private final String host;
    private final String token;
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

    /**
     * @param url of the service, without a path
     * @param token of who calls
     */
    Calls(String url, String token) {
        this.url = url;
        this.host = URI.create(url).getAuthority();
        this.token = token;
    }

    /**
     * What is called.
     *
     * @param path with its query
     * @param mediaType of the body
     * @param body that is posted; empty where the path is read
     */
    record Call(String path, String mediaType, String body) {

        static Call get(String path) {
            return new Call(path, "", "");
        }

        static Call json(String path, String body) {
            return new Call(path, "application/json", body);
        }

        static Call csv(String path, String body) {
            return new Call(path, "text/csv", body);
        }
    }

    /**
     * @param calls by their number, from 0
     * @return calls in a second, from when all are connected until the last one is answered
     */
    double perSecond(int count, IntFunction<Call> calls) throws Exception {
        List<KeptConnection> connections = new ArrayList<>();
        try {
            for (int caller = 0; caller < CALLERS; caller++) {
                connections.add(KeptConnection.to(URI.create(url)));
            }
            AtomicInteger taken = new AtomicInteger();
            List<Future<?>> ends = new ArrayList<>();
            long start = System.nanoTime();
            for (KeptConnection connection : connections) {
                ends.add(threads.submit(() -> {
                    for (int number = taken.getAndIncrement(); number < count; number = taken.getAndIncrement()) {
                        connection.carryOut(request(calls.apply(number)));
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
            return count * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
        } finally {
            for (KeptConnection connection : connections) {
                connection.close();
            }
        }
    }

    private byte[] request(Call call) {
        String body = call.body();
        String head = (body.isEmpty() ? "GET " : "POST ") + call.path() + " HTTP/1.1\r\nHost: " + host
                + "\r\nAuthorization: Bearer " + token;
        if (body.isEmpty()) {
            return (head + "\r\n\r\n").getBytes(UTF_8);
        }
        return (head + "\r\nContent-Type: " + call.mediaType() + "\r\nContent-Length: " + body.getBytes(UTF_8).length
                        + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    /**
     * @param room for the answer, which is read to its end, so that the connection stays open
     * @throws IllegalStateException when the answer is no success
     */
    void carryOut(Call call, byte[] room) throws IOException {
        try (InputStream answer = answered(call)) {
            while (answer.read(room) >= 0) {
                // Nobody looks at it.
            }
        }
    }

    /** @throws IllegalStateException when the answer is no success */
    String answer(Call call) throws IOException {
        try (InputStream answer = answered(call)) {
            return new String(answer.readAllBytes(), UTF_8);
        }
    }

    private InputStream answered(Call call) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + call.path()).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (!call.body().isEmpty()) {
            byte[] body = call.body().getBytes(UTF_8);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", call.mediaType());
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        if (status / 100 != 2) {
            InputStream told = connection.getErrorStream();
            throw new IllegalStateException(call.path() + " gave status " + status + ": "
                    + (told == null ? "" : new String(told.readAllBytes(), UTF_8)));
        }
        return connection.getInputStream();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
