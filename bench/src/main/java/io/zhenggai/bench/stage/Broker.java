package io.zhenggai.bench.stage;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedProcess;
import io.zhenggai.embedded.server.KafkaBrokerMain;
import java.nio.file.Path;
import java.time.Duration;

/** The Kafka of a run. */
final class Broker implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final WatchedProcess process;
    private final int port;

    private Broker(WatchedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it listens. */
    static Broker start(Path directory) {
        int port = LoopbackPorts.free();
        Broker broker = new Broker(
                WatchedProcess.start(
                        KafkaBrokerMain.command(directory.resolve("kafka"), port, directory.resolve("kafka.log"))),
                port);
        broker.awaitListening();
        return broker;
    }

    /** @return where it listens */
    String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    private void awaitListening() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (LoopbackPorts.isFree(port)) {
            if (process.awaitExit(POLL) || System.nanoTime() > deadline) {
                close();
                throw new StartFailedException("Kafka did not start.", process);
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
