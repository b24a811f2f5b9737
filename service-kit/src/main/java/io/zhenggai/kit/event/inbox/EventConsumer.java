package io.zhenggai.kit.event.inbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.EventSettings;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.loop.RunUntilStopped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the topics of all handlers of this service and hands their records on, topic by topic. */
@Singleton
public class EventConsumer implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration REST_AFTER_REFUSAL = Duration.ofMillis(100);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    /** After so long without a heartbeat the others are given a replica's partitions: no shorter than brokers allow. */
    private static final Duration SILENT_MEMBER = Duration.ofSeconds(6);

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** How long a rebalance waits for a replica that does not come: two transactions of effects at their longest. */
    private static final Duration ABSENT_MEMBER = Duration.ofMinutes(2);

    private final Map<String, EventHandler> handlers;
    private final String bootstrapServers;
    private final String group;
    private final RecordReader reader;
    private final PartitionStarts starts;
    private final AssignedPartitions assigned;
    private final NotedPositions noted;
    private final RunUntilStopped loop;
    private @Nullable Consumer<byte[], byte[]> consumer;
    private volatile Optional<String> trouble = Optional.of("not started yet");

    EventConsumer(
            @All List<EventHandler> handlers,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String group,
            EventSettings settings,
            InboxBatch batch,
            PartitionStarts starts,
            TwoAtOnce twoAtOnce) {
        this.handlers = handlers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        handler -> Topics.of(handler.aggregateType()), Function.identity()));
        this.bootstrapServers = bootstrapServers;
        this.group = group;
        this.starts = starts;
        this.assigned = new AssignedPartitions(settings.backOff());
        this.noted = new NotedPositions(assigned);
        this.reader = new RecordReader(this.handlers, batch, starts, assigned, twoAtOnce);
        this.loop = new RunUntilStopped("event-consumer", this);
    }

    void start(@Observes StartupEvent event) {
        if (!handlers.isEmpty()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** @return what keeps events from having their effect, in words; empty when nothing does */
    public Optional<String> trouble() {
        return handlers.isEmpty()
                ? Optional.empty()
                : loop.trouble().or(() -> trouble).or(assigned::trouble);
    }

    /** @return the position behind the last record with its effect, by partition that this replica reads */
    public Map<TopicPartition, Long> positions() {
        return assigned.positions();
    }

    /** @return when the oldest record was sent that is in hand or was since this was asked before, by its sender; epoch ms */
    OptionalLong oldestSinceLastAsked() {
        return assigned.oldestSinceLastAsked();
    }

    /** @return whether this service reads any topic at all */
    public boolean listens() {
        return !handlers.isEmpty();
    }

    /** @return the topics that this service reads, whether they exist yet or not */
    Set<String> topics() {
        return handlers.keySet();
    }

    /** @return the name under which positions are noted in Kafka */
    String group() {
        return group;
    }

    /** @return the partitions that are not read until an operator has looked at them */
    Set<TopicPartition> stopped() {
        return assigned.stopped();
    }

    @Override
    public Duration run() {
        try {
            Consumer<byte[], byte[]> open = opened();
            boolean found = reader.read(open).isPresent();
            if (found) {
                noted.note(open);
            }
            trouble = Optional.empty();
            return found ? Duration.ZERO : REST_AFTER_REFUSAL;
        } catch (KafkaException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
            LOG.warnf("events cannot be read now, next try in %s: %s", REST_AFTER_FAILURE, e.getMessage());
            release();
            return REST_AFTER_FAILURE;
        }
    }

    private Consumer<byte[], byte[]> opened() {
        if (consumer == null) {
            Consumer<byte[], byte[]> open =
                    new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            open.subscribe(handlers.keySet(), new Assignment(open, starts, assigned));
            consumer = open;
        }
        return consumer;
    }

    private Map<String, Object> config() {
        Map<String, Object> config = ReaderConfig.of(bootstrapServers);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // The one in which whoever does not come to a rebalance is out of the group, decision 10.
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(SILENT_MEMBER));
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(HEARTBEAT));
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(ABSENT_MEMBER));
        return config;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    @Override
    public void release() {
        Consumer<byte[], byte[]> old = consumer;
        // Forgotten first: closing may fail, and a closed one is of no use to the next run.
        consumer = null;
        assigned.clear();
        if (old != null) {
            // The brokers may be what does not answer.
            old.close(CloseOptions.timeout(PATIENCE_AT_CLOSE));
        }
    }
}
