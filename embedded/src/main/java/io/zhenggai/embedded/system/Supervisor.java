package io.zhenggai.embedded.system;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts components again that end by themselves, and says so. */
final class Supervisor implements AutoCloseable {

    private final Consumer<String> report;
    private final Map<Component, Backoff> backoffs = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });

    /** @param report takes one line for people at each end and start */
    Supervisor(Consumer<String> report) {
        this.report = report;
    }

    void watch(Component component) {
        component.onUnexpectedEnd(this::ended);
    }

    private synchronized void ended(Component component) {
        if (timer.isShutdown()) {
            // The system is being stopped, and nothing is started again.
            return;
        }
        Duration pause =
                backoffs.computeIfAbsent(component, any -> new Backoff()).afterRunOf(component.age());
        report.accept("%s ended with status %d; see %s. It is started again in %d s."
                .formatted(component.name(), component.process().exitStatus(), component.log(), pause.toSeconds()));
        timer.schedule(component::start, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
    }
}
