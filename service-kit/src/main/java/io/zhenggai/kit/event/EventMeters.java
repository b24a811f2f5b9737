package io.zhenggai.kit.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.event.inbox.EventWatch;
import io.zhenggai.kit.time.RealTime;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of events, in numbers. The database is asked when they are read, at most once in five seconds, by one
 * statement; the brokers by {@link EventWatch}. NaN where they do not answer.
 */
@Singleton
class EventMeters {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MeterRegistry meters;
    private final Backlog backlog;
    private final EventWatch watch;
    private final RealTime time;
    private final List<Gauge> gauges = new ArrayList<>();
    private @Nullable Reading reading;

    EventMeters(MeterRegistry meters, Backlog backlog, EventWatch watch, RealTime time) {
        this.meters = meters;
        this.backlog = backlog;
        this.watch = watch;
        this.time = time;
    }

    /** @param counts null where the database did not answer */
    private record Reading(Instant at, Backlog.@Nullable Counts counts) {}

    void register(@Observes StartupEvent event) {
        gauge("zhenggai.outbox.events", counts -> counts.outbox() - counts.parked());
        gauge("zhenggai.outbox.parked", Backlog.Counts::parked);
        gauge("zhenggai.outbox.oldest.seconds", counts -> counts.oldest().toSeconds());
        gauge("zhenggai.dead.letters", Backlog.Counts::deadLetters);
        gauge("zhenggai.consumer.lag.events", watch, EventWatch::behind);
        gauge("zhenggai.consumer.lag.seconds", watch, EventWatch::secondsBehind);
    }

    /** The registry is the JVM's: what is started again in the same one would find its names taken by what has ended. */
    void unregister(@Observes ShutdownEvent event) {
        gauges.forEach(meters::remove);
        gauges.clear();
    }

    private void gauge(String name, ToDoubleFunction<Backlog.Counts> value) {
        gauge(name, this, self -> {
            Backlog.Counts counts = self.read().counts();
            return counts == null ? Double.NaN : value.applyAsDouble(counts);
        });
    }

    private <T> void gauge(String name, T of, ToDoubleFunction<T> value) {
        gauges.add(Gauge.builder(name, of, value).register(meters));
    }

    private synchronized Reading read() {
        Instant now = time.now();
        Reading last = reading;
        if (last == null || Duration.between(last.at(), now).compareTo(FRESH) >= 0 || now.isBefore(last.at())) {
            last = new Reading(now, counts());
            reading = last;
        }
        return last;
    }

    private Backlog.@Nullable Counts counts() {
        try {
            return backlog.count();
        } catch (SQLException e) {
            return null;
        }
    }
}
