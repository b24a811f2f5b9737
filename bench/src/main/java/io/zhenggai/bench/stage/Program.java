package io.zhenggai.bench.stage;

import io.zhenggai.embedded.process.JavaProgram;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedCommand;
import io.zhenggai.embedded.process.WatchedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A built service as its container runs it: both compilers, which {@code ./run} does without to start quickly. */
final class Program implements AutoCloseable {

    /** Headers of objects are compact where the machine's Java can do that, which is from 25 on. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders",
            "-Djava.net.preferIPv4Stack=true");

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final WatchedProcess process;
    private final String url;

    private Program(WatchedProcess process, int port) {
        this.process = process;
        this.url = "http://" + LoopbackPorts.HOST + ":" + port;
    }

    /**
     * Starts a service and returns when it is ready.
     *
     * @param name of its log
     * @param memory options of the JVM
     * @param environment where its database and its brokers are
     * @throws StartFailedException when it is not built or does not become ready
     */
    static Program start(
            String module,
            String name,
            Path home,
            Path directory,
            List<String> memory,
            Map<String, String> environment) {
        Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartFailedException(module + " is not built: " + jar + " is missing.");
        }
        List<String> options = new ArrayList<>(memory);
        options.addAll(JVM_OPTIONS);
        int port = LoopbackPorts.free();
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        all.put("MALLOC_ARENA_MAX", "2");
        Program program = new Program(
                WatchedProcess.start(
                        new WatchedCommand(name, JavaProgram.jar(jar, options), all, directory.resolve(name + ".log"))),
                port);
        program.awaitReady(name);
        return program;
    }

    /** @return where it answers, without a path */
    String url() {
        return url;
    }

    /** @return the id of its process */
    long pid() {
        return process.pid();
    }

    /** @throws IllegalStateException when the answer is no success */
    void post(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " gave status " + answer.statusCode() + ": " + answer.body());
        }
    }

    private void awaitReady(String module) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (process.awaitExit(POLL) || System.nanoTime() > deadline) {
                close();
                throw new StartFailedException(module + " did not become ready.", process);
            }
        }
    }

    private boolean isReady() {
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) { // nobody listens yet
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service was starting", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
