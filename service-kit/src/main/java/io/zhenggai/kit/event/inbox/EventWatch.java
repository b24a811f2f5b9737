package io.zhenggai.kit.event.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.loop.RunUntilStopped;
import io.zhenggai.kit.time.RealTime;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Asks the brokers every two seconds how far this service is, so that health and metrics can tell it at once, and tell that
 * they do not answer though there is nothing to send.
 */
@Singleton
public class EventWatch implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(EventWatch.class);
    private static final Duration REST = Duration.ofSeconds(2);

    /** A pause of a broker is no silence; one that was killed is. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration LARGEST_LAG = Duration.ofSeconds(60);

    private final ConsumerLag lag;
    private final EventConsumer consumer;
    private final RealTime time;
    private final LongSupplier nanoTime;
    private final RunUntilStopped loop;
    private final PartitionProgress progress = new PartitionProgress();
    private long answeredNanos;
    private Duration age = Duration.ZERO;

    @Inject
    EventWatch(ConsumerLag lag, EventConsumer consumer, RealTime time) {
        this(lag, consumer, time, System::nanoTime);
    }

    EventWatch(ConsumerLag lag, EventConsumer consumer, RealTime time, LongSupplier nanoTime) {
        this.lag = lag;
        this.consumer = consumer;
        this.time = time;
        this.nanoTime = nanoTime;
        this.answeredNanos = nanoTime.getAsLong();
        this.loop = new RunUntilStopped("event-watch", this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    @Override
    public Duration run() {
        try {
            note(lag.standings());
        } catch (KafkaException e) {
            LOG.debugf("the brokers do not say how far this service is: %s", e.getMessage());
            forget();
        }
        return REST;
    }

    private synchronized void note(Map<TopicPartition, Standing> standings) {
        answeredNanos = nanoTime.getAsLong();
        progress.note(standings, answeredNanos);
        OptionalLong oldest = consumer.oldestSinceLastAsked();
        long now = time.now().toEpochMilli();
        age = oldest.isPresent() && progress.behind() > 0
                ? Duration.ofMillis(Math.max(0, now - oldest.getAsLong()))
                : Duration.ZERO;
    }

    private synchronized void forget() {
        progress.forget();
        age = Duration.ZERO;
    }

    /** @return that the brokers do not answer, in words; empty when they do, or merely pause */
    public synchronized Optional<String> silence() {
        Duration silent = Duration.ofNanos(nanoTime.getAsLong() - answeredNanos);
        return silent.compareTo(SILENCE) > 0
                ? Optional.of("have not answered for " + silent.toSeconds() + " s")
                : Optional.empty();
    }

    /** @return that this service is far behind, or does not go on, in words; empty when neither is so, or nobody can say it */
    public synchronized Optional<String> trouble() {
        if (age.compareTo(LARGEST_LAG) > 0) {
            return Optional.of("%d s behind, with %d records to read".formatted(age.toSeconds(), progress.behind()));
        }
        return progress.standstill(nanoTime.getAsLong());
    }

    /** @return records not read yet, by the last answer; NaN while the brokers are silent */
    public synchronized double behind() {
        return silence().isPresent() ? Double.NaN : progress.behind();
    }

    /**
     * @return how long ago the oldest record was sent that was read last, in seconds, while more are to be read; otherwise 0; NaN
     *     while the brokers are silent
     */
    public synchronized double secondsBehind() {
        return silence().isPresent() ? Double.NaN : age.toMillis() / 1_000.0;
    }

    @Override
    public void release() {
        // Nothing is held: the connections to the brokers are the lag's.
    }
}
