package io.zhenggai.kit.event.inbox;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Has two things done at the same time: one by whoever asks, the other by a thread that is kept for it. */
@Singleton
class TwoAtOnce {

    private final ExecutorService threads = Executors.newCachedThreadPool(TwoAtOnce::thread);

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "event-effects");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns when both have ended, also when it is interrupted meanwhile: nothing of either goes on behind the caller's back.
     *
     * @return what came of the one, then of the other
     */
    <T> List<T> both(Supplier<T> one, Supplier<T> other) {
        CompletableFuture<T> second = CompletableFuture.supplyAsync(other, threads);
        try {
            return List.of(one.get(), second.join());
        } finally {
            second.exceptionally(failure -> null).join();
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
