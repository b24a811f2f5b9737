package io.zhenggai.kit.event.inbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far this service is behind the ends of the topics that it reads, asked of the brokers at each call. A partition that
 * this replica reads counts from its position; one that another replica reads, or nobody yet, from what is noted in Kafka; one
 * that is stopped is work left at any rate. A topic that its owner has not created yet holds nothing.
 */
@ApplicationScoped
public class ConsumerLag {

    /** Below the patience of whoever asks: they should hear that the brokers do not answer. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final EventConsumer consumer;
    private final String bootstrapServers;
    private @Nullable Admin admin;

    ConsumerLag(EventConsumer consumer, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.consumer = consumer;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * @return records and transaction markers not passed yet, and at least one for each stopped partition
     * @throws KafkaException when the brokers do not answer
     */
    public long events() {
        return consumer.listens()
                ? standings().values().stream().mapToLong(Standing::behind).sum()
                : 0;
    }

    /**
     * @return how far each partition is; without those of topics that are not there, and nothing for who reads none
     * @throws KafkaException when the brokers do not answer
     */
    Map<TopicPartition, Standing> standings() {
        try {
            Admin admin = opened();
            if (!consumer.listens()) {
                admin.describeCluster().clusterId().get();
                return Map.of();
            }
            // Positions before ends: what arrives meanwhile counts as not passed yet, never the other way round.
            Set<TopicPartition> stopped = consumer.stopped();
            Map<TopicPartition, Long> own = consumer.positions();
            Map<TopicPartition, Long> passed = noted(admin);
            passed.putAll(own);
            Map<TopicPartition, Long> ends = ends(admin, partitions(admin));
            return ends.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> stopped.contains(entry.getKey())
                                    ? new Standing(0, Math.max(1, entry.getValue()))
                                    : new Standing(passed.getOrDefault(entry.getKey(), 0L), entry.getValue())));
        } catch (ExecutionException e) {
            throw new KafkaException("the ends of the topics could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while reading the ends of the topics", e);
        }
    }

    /** Kept open: who steps the clock asks many times a second. */
    private synchronized Admin opened() {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(PATIENCE_AT_CLOSE);
        }
    }

    private Set<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = new HashSet<>();
        for (KafkaFuture<TopicDescription> described :
                admin.describeTopics(consumer.topics()).topicNameValues().values()) {
            try {
                TopicDescription topic = described.get();
                topic.partitions().forEach(one -> partitions.add(new TopicPartition(topic.name(), one.partition())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return partitions;
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(key -> key, key -> OffsetSpec.latest()));
        return admin
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Map<TopicPartition, Long> noted(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> noted = new HashMap<>();
        try {
            admin.listConsumerGroupOffsets(consumer.group())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            noted.put(partition, offset.offset());
                        }
                    });
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
        return noted;
    }
}
