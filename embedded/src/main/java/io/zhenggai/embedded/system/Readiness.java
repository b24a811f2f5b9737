package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.process.WatchedProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until something that was started serves, and says why when it does not. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration END_LIMIT = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(100);

    private Readiness() {}

    /**
     * Returns when each service says on its port that it is ready.
     *
     * @throws StartFailedException when one of them ends, or takes more than three minutes
     */
    static void await(InternalApi api, Map<Component, Integer> ports) {
        Map<Component, Integer> missing = new HashMap<>(ports);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            missing.entrySet().removeIf(entry -> api.isReady(entry.getValue()));
            if (missing.isEmpty()) {
                return;
            }
            missing.keySet().forEach(component -> requireHope(component, deadline));
            pause();
        }
    }

    /** The same for a server that is ready when its port accepts connections. */
    static void awaitPort(Component component, int port) {
        awaitOrFail(component, () -> !LoopbackPorts.isFree(port));
    }

    /** Returns when every port is free, or when what holds one must be something that does not end by itself. */
    static void awaitFree(LocalPorts ports) {
        long deadline = System.nanoTime() + END_LIMIT.toNanos();
        while (!ports.areFree() && System.nanoTime() < deadline) {
            pause();
        }
    }

    private static void awaitOrFail(Component component, BooleanSupplier ready) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!ready.getAsBoolean()) {
            requireHope(component, deadline);
            pause();
        }
    }

    private static void requireHope(Component component, long deadline) {
        WatchedProcess process = component.process();
        if (!process.isAlive()) {
            throw new StartFailedException(
                    component.name() + " ended with status " + process.exitStatus() + " while it was starting.",
                    process);
        }
        if (System.nanoTime() > deadline) {
            throw new StartFailedException(
                    component.name() + " is not ready after " + LIMIT.toMinutes() + " minutes.", process);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL.toMillis()));
    }
}
