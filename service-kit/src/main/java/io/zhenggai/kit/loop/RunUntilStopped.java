package io.zhenggai.kit.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Repeats one step on a thread of its own until it is closed; between two steps it rests, unless it is woken. */
public final class RunUntilStopped implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RunUntilStopped.class);
    private static final Duration REST_AFTER_SURPRISE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

    private final Step step;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopped;
    private volatile long busySinceNanos;
    private volatile boolean busy;
    private volatile Optional<String> surprise = Optional.empty();

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

    /** @return what is wrong with the loop itself, in words: that it ended, that one step takes too long, or fails unexpectedly */
    public Optional<String> trouble() {
        if (thread.getState() == Thread.State.TERMINATED && !stopped) {
            return Optional.of(thread.getName() + " has ended");
        }
        long busySeconds = busy ? TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - busySinceNanos) : 0;
        return busySeconds > LONGEST_STEP.toSeconds()
                ? Optional.of(thread.getName() + " has been busy with one step for " + busySeconds + " s")
                : surprise;
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
            releaseQuietly();
        }
    }

    private Duration runOnce() throws InterruptedException {
        busySinceNanos = System.nanoTime();
        busy = true;
        try {
            Duration rest = step.run();
            surprise = Optional.empty();
            return rest;
        } catch (RuntimeException | Error e) {
            // A loop that dies silently would lose nothing but send nothing either: say it, and begin anew.
            LOG.errorf(e, "%s met an unexpected failure and tries again in %s", thread.getName(), REST_AFTER_SURPRISE);
            surprise = Optional.of("unexpected failure: " + e);
            releaseQuietly();
            return REST_AFTER_SURPRISE;
        } finally {
            busy = false;
        }
    }

    private void releaseQuietly() {
        try {
            step.release();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s could not give back what it held", thread.getName());
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

        /**
         * Gives back what the step holds; called on the same thread after the last run and after one that failed, so that the
         * next one begins anew.
         */
        void release();
    }
}
