package io.zhenggai.embedded.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Waits until no service has anything left to do by itself. */
final class Idleness {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Function<LocalService, PendingWork> pending;

    Idleness(Function<LocalService, PendingWork> pending) {
        this.pending = pending;
    }

    /** Nothing must be left at two looks in a row: what one service finishes in between may be work for another. */
    void await(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        int idleLooks = 0;
        while (true) {
            Map<String, Object> left = look();
            idleLooks = left.isEmpty() ? idleLooks + 1 : 0;
            if (idleLooks == 2) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not idle after " + atMost.toSeconds() + " s; left: " + left);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private Map<String, Object> look() {
        Map<String, Object> left = new LinkedHashMap<>();
        for (LocalService service : LocalService.behindGateway()) {
            try {
                PendingWork work = pending.apply(service);
                if (!work.isNothing()) {
                    left.put(service.module(), work);
                }
            } catch (CannotTellException e) {
                left.put(service.module(), e.getMessage());
            }
        }
        return left;
    }
}
