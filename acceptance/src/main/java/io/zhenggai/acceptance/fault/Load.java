package io.zhenggai.acceptance.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionTimeoutException;

/** Workers at work at the same time, until closed. */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** Between two commands of one worker: what was killed has to come up again on the same few cores. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Deeds deeds;
    private final Collection<? extends Worker> workers;
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<CompletableFuture<Void>> running = new ArrayList<>();
    private final ExecutorService threads;

    Load(Deeds deeds, Collection<? extends Worker> workers) {
        this.deeds = deeds;
        this.workers = List.copyOf(workers);
        this.threads = Executors.newFixedThreadPool(workers.size());
        for (Worker worker : workers) {
            running.add(CompletableFuture.runAsync(() -> work(worker), threads));
        }
    }

    private void work(Worker worker) {
        while (!over.get()) {
            worker.step();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /**
     * Returns when so many more commands were carried out.
     *
     * @throws ConditionTimeoutException when that takes more than three minutes
     * @throws IllegalStateException when a worker has given up
     */
    void awaitDone(int more) {
        long wanted = deeds.commands() + more;
        await(more + " more commands").atMost(PATIENCE).pollInterval(LOOK).until(() -> {
            requireAllAtWork();
            return deeds.commands() >= wanted;
        });
    }

    private void requireAllAtWork() {
        if (running.stream().anyMatch(CompletableFuture::isCompletedExceptionally)) {
            throw new IllegalStateException("somebody has given up; closing the load tells why");
        }
    }

    /** Lets everybody finish the command at hand. */
    @Override
    public void close() {
        over.set(true);
        threads.shutdown();
        running.forEach(CompletableFuture::join);
    }
}
