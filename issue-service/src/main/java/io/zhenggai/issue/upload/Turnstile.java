package io.zhenggai.issue.upload;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few in at a time, so that what large uploads hold in memory has a bound. Who waits has sent little yet. */
public final class Turnstile {

    private static final Words UPLOADS = new Words(
            "正在处理的上传较多，请稍后重试；本次没有保存任何内容。", "Many uploads are under way; try again later. Nothing was stored.");

    private final Semaphore places;
    private final Duration patience;
    private final Words full;

    /**
     * One of uploads.
     *
     * @param places how many may be inside at a time
     * @param patience how long one waits for a place
     */
    public Turnstile(int places, Duration patience) {
        this(places, patience, UPLOADS);
    }

    /**
     * @param places how many may be inside at a time
     * @param patience how long one waits for a place
     * @param full what is said to who got none
     */
    public Turnstile(int places, Duration patience, Words full) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.full = full;
    }

    /**
     * @return what the work returned
     * @throws Refusal 503 when no place became free in time
     */
    public <T> T pass(Supplier<T> work) {
        if (!hasPlace()) {
            throw new Refusal(ProblemType.SERVICE_UNAVAILABLE, full, List.of(), Map.of());
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
