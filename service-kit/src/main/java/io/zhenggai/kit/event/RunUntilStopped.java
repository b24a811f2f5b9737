package io.zhenggai.kit.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Repeats one step on a thread of its own until it is closed; between two steps it rests, unless it is woken. */
public final class RunUntilStopped implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RunUntilStopped.class);
    private static final Duration REST_AFTER_SURPRISE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final Step step;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopped;

    /** @param name of the thread, as it shows in the log */
    public RunUntilStopped(String name, Step step) {
        this.step = step;
        this.thread = new Thread(this::run, name);
    }

    /** Starts the thread; once. */
    public void start() {
        thread.start();
    }

    /** Ends a rest early; any number of calls during one step count as one. Never blocks. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** @return whether the thread is at work */
    public boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            while (!stopped) {
                Duration rest = runOnce();
                if (wake.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            // Closing interrupts a step that would not end by itself; the thread is at its end anyway.
            LOG.debugf("%s was interrupted", thread.getName());
        } finally {
            step.release();
        }
    }

    private Duration runOnce() throws InterruptedException {
        try {
            return step.run();
        } catch (RuntimeException e) {
            // A loop that dies silently would lose nothing but send nothing either: say it, and go on.
            LOG.errorf(e, "%s met an unexpected failure and tries again in %s", thread.getName(), REST_AFTER_SURPRISE);
            return REST_AFTER_SURPRISE;
        }
    }

    /** Ends the loop after the step at hand; interrupts it after ten seconds. Returns when the thread has ended. */
    @Override
    public void close() {
        stopped = true;
        wake.release();
        try {
            thread.join(PATIENCE_AT_CLOSE.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(PATIENCE_AT_CLOSE.toMillis());
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** What is repeated. */
    public interface Step {

        /** @return how long to rest until the next time, at the most */
        Duration run() throws InterruptedException;

        /** Gives back what the step holds; called once, on the same thread, after the last run. */
        void release();
    }
}
