package io.zhenggai.embedded.server;

import io.zhenggai.embedded.process.JavaProgram;
import io.zhenggai.embedded.process.QuietLog;
import io.zhenggai.embedded.process.WatchedCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A broker in a JVM of its own: arguments are its directory and its port. */
public final class KafkaBrokerMain {

    private KafkaBrokerMain() {}

    public static void main(String[] arguments) {
        QuietLog.begin();
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments are needed: directory and port");
        }
        KafkaBroker broker = KafkaBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        broker.awaitClose();
    }

    /**
     * The command that runs a broker in a process of its own; it serves once its port accepts connections.
     *
     * @param log where it writes; its directory must exist
     */
    public static WatchedCommand command(Path directory, int port, Path log) {
        List<String> options = List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        List<String> arguments = List.of(directory.toAbsolutePath().toString(), Integer.toString(port));
        return new WatchedCommand(
                "kafka",
                JavaProgram.mainClass(KafkaBrokerMain.class, options, arguments),
                Map.of(),
                log,
                "TERM",
                Duration.ofSeconds(20));
    }
}
