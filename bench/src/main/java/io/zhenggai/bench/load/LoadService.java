package io.zhenggai.bench.load;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.bench.sample.SampleEvent;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Gives commands, as many threads at once as there are callers. */
@ApplicationScoped
class LoadService {

    private final Outbox outbox;
    private final Commands commands;
    private final Ids ids;
    private final SampleEvent sample = SampleEvent.ofContract();

    LoadService(Outbox outbox, Commands commands, Ids ids) {
        this.outbox = outbox;
        this.commands = commands;
        this.ids = ids;
    }

    /** Returns when the last command is committed. */
    void append(Load load) throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        Pace pace = new Pace(load.eventsPerSecond(), System.nanoTime());
        ExecutorService callers = Executors.newFixedThreadPool(load.callers());
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int caller = 0; caller < load.callers(); caller++) {
                ends.add(callers.submit(() -> command(load, taken, pace)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a command failed", e.getCause());
        } finally {
            callers.shutdownNow();
        }
    }

    private void command(Load load, AtomicInteger taken, Pace pace) {
        int size = load.eventsPerCommand();
        for (int first = taken.getAndAdd(size); first < load.events(); first = taken.getAndAdd(size)) {
            pace.awaitTurnOf(first);
            List<NewEvent> events = Stream.generate(() -> sample.of(load.aggregateType(), ids.next()))
                    .limit(Math.min(size, load.events() - first))
                    .toList();
            QuarkusTransaction.requiringNew().timeout(300).run(() -> {
                if (load.noted()) {
                    commands.note(events);
                }
                outbox.append(events);
            });
        }
    }
}
