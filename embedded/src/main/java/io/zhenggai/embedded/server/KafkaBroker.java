package io.zhenggai.embedded.server;

import io.zhenggai.embedded.process.LoopbackPorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka of one node, broker and controller, inside this JVM. */
public final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns when it serves.
     *
     * @param directory its logs; formatted when new, reopened with the same cluster id otherwise
     * @param port the port for clients on 127.0.0.1; the controller takes a free one, which no client needs
     */
    public static KafkaBroker start(Path directory, int port) {
        Properties properties = KafkaBrokerProperties.of(directory, port, LoopbackPorts.free());
        format(directory);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, port);
    }

    public String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    /** Returns when the broker was closed. */
    public void awaitClose() {
        server.awaitShutdown();
    }

    /** Controlled shutdown; returns when everything is on disk. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(KafkaBrokerProperties.NODE_ID)
                    .setClusterId(clusterId(directory)
                            .orElseGet(() -> Uuid.randomUuid().toString()))
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(KafkaBrokerProperties.CONTROLLER)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // the formatter declares Exception
            throw new IllegalStateException("cannot format " + directory, e);
        }
    }

    private static Optional<String> clusterId(Path directory) throws IOException {
        Path file = directory.resolve("meta.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return Optional.ofNullable(properties.getProperty("cluster.id"));
    }
}
