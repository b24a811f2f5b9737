package io.zhenggai.embedded.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to run, and how it is ended.
 *
 * @param name what people call it in messages
 * @param arguments the program and its arguments, never empty
 * @param environment variables added to those of this process
 * @param log where both outputs are appended; its directory must exist
 * @param stopSignal the signal that asks the program to end, without "SIG"
 * @param patience how long it may take to end before it is killed, in whole seconds
 */
public record WatchedCommand(
        String name,
        List<String> arguments,
        Map<String, String> environment,
        Path log,
        String stopSignal,
        Duration patience) {

    public WatchedCommand {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("arguments of " + name + " must name a program");
        }
        if (patience.toSeconds() < 1) {
            throw new IllegalArgumentException("patience of " + name + " must be at least 1 s, is " + patience);
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A program that ends on SIGTERM within ten seconds. */
    public WatchedCommand(String name, List<String> arguments, Map<String, String> environment, Path log) {
        this(name, arguments, environment, log, "TERM", Duration.ofSeconds(10));
    }
}
