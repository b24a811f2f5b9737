package io.zhenggai.acceptance.fault;

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

/** Workers at work at the same time, until closed. */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Between two commands of one worker: what was killed has to come up again on the same few cores. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

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
     * @throws IllegalStateException when that takes more than three minutes, or a worker has given up
     */
    void awaitDone(int more) {
        long wanted = deeds.commands() + more;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (deeds.commands() < wanted) {
            if (running.stream().anyMatch(CompletableFuture::isCompletedExceptionally)) {
                throw new IllegalStateException("somebody has given up; closing the load tells why");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d commands were expected within %d minutes, %d were carried out"
                        .formatted(more, PATIENCE.toMinutes(), deeds.commands() - wanted + more));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
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
