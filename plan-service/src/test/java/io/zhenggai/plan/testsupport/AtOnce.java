package io.zhenggai.plan.testsupport;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets two do something at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * @return what both answered, the first's first
     * @throws TimeoutException when one of them has not answered within a minute
     */
    public static <T> List<T> call(Callable<T> first, Callable<T> second)
            throws InterruptedException, ExecutionException, TimeoutException {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<T> one = two.submit(() -> together(start, first));
            Future<T> other = two.submit(() -> together(start, second));
            return List.of(one.get(1, TimeUnit.MINUTES), other.get(1, TimeUnit.MINUTES));
        } finally {
            two.shutdownNow();
        }
    }

    private static <T> T together(CyclicBarrier start, Callable<T> act) throws Exception {
        start.await();
        return act.call();
    }
}
