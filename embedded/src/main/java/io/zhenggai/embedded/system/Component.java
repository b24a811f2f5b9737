package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One part of the system that runs as a process and can be started again under the same name. */
final class Component {

    private final String name;
    private final Path log;
    private final Supplier<WatchedProcess> starter;
    private Consumer<Component> unexpectedEnd = component -> {};
    private @Nullable WatchedProcess process;
    private long startedAt;
    private boolean wanted;
    private boolean closed;

    Component(String name, Path log, Supplier<WatchedProcess> starter) {
        this.name = name;
        this.log = log;
        this.starter = starter;
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    /** Called, on another thread, each time the process ends though nobody asked for it. */
    synchronized void onUnexpectedEnd(Consumer<Component> listener) {
        unexpectedEnd = listener;
    }

    /**
     * Starts the process when it does not run.
     *
     * @throws StartFailedException when the component was closed
     */
    synchronized void start() {
        if (closed) {
            throw new StartFailedException(name + " was stopped before it was started.");
        }
        if (isAlive()) {
            return;
        }
        wanted = true;
        startedAt = System.nanoTime();
        WatchedProcess started = starter.get();
        process = started;
        started.onExit().thenRunAsync(() -> ended(started));
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** How long ago the process was started. */
    synchronized Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** The process that was started last. */
    synchronized WatchedProcess process() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process;
    }

    /** SIGKILL; returns when the process is gone. It is not started again unless somebody asks for it. */
    void kill() {
        WatchedProcess killed;
        synchronized (this) {
            wanted = false;
            killed = process();
        }
        killed.kill();
    }

    /** Asks the process to end and returns when it is gone. It is not started again unless somebody asks for it. */
    void stop() {
        WatchedProcess stopped;
        synchronized (this) {
            wanted = false;
            stopped = process();
        }
        stopped.close();
    }

    /** Asks the process to end, for good, and returns at once. */
    synchronized void requestStop() {
        closed = true;
        wanted = false;
        if (process != null) {
            process.requestStop();
        }
    }

    /** Asks the process to end, for good, and returns when it is gone. */
    void close() {
        requestStop();
        WatchedProcess closing;
        synchronized (this) {
            closing = process;
        }
        if (closing != null) {
            closing.close();
        }
    }

    private void ended(WatchedProcess which) {
        Consumer<Component> listener;
        synchronized (this) {
            if (!wanted || which != process) {
                return;
            }
            listener = unexpectedEnd;
        }
        listener.accept(this);
    }
}
