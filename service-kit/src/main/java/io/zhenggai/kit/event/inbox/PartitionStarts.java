package io.zhenggai.kit.event.inbox;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Finds where a partition is to be read from, and refuses to read a topic that is not the one the offset was stored for. */
@Singleton
class PartitionStarts {

    private static final Logger LOG = Logger.getLogger(PartitionStarts.class);

    private final ConsumerOffsets offsets;
    private final String bootstrapServers;

    PartitionStarts(
            ConsumerOffsets offsets, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.offsets = offsets;
        this.bootstrapServers = bootstrapServers;
    }

    /** Sets the consumer to the stored offsets; a partition never read before starts at the beginning of its log. */
    void seek(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions, AssignedPartitions assigned) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            Map<String, String> topicIds = topicIds(partitions);
            for (TopicPartition partition : partitions) {
                seek(consumer, partition, topicIds.get(partition.topic()), assigned);
            }
        } catch (SQLException | ExecutionException e) {
            throw new KafkaException("the start of " + partitions + " could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while starting " + partitions, e);
        }
    }

    /**
     * Goes on after the client has refused to guess a position (auto.offset.reset=none). That it has none means nothing: the
     * stored offset is read again. Only a stored offset that lies outside the log stops its partition: never jump over events
     * by ourselves, an operator decides.
     */
    void recover(Consumer<byte[], byte[]> consumer, InvalidOffsetException refusal, AssignedPartitions assigned) {
        Set<TopicPartition> still = new HashSet<>(refusal.partitions());
        still.retainAll(consumer.assignment());
        still.removeIf(assigned::isStopped);
        LOG.infof("the client lacks a position, the stored offsets are read again: %s", refusal.getMessage());
        seek(consumer, still, assigned);
        if (refusal instanceof OffsetOutOfRangeException) {
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(still);
            Map<TopicPartition, Long> ends = consumer.endOffsets(still);
            still.removeIf(assigned::isStopped);
            for (TopicPartition partition : still) {
                long stored = assigned.stored(partition);
                if (stored < beginnings.get(partition) || stored > ends.get(partition)) {
                    stop(consumer, partition, assigned, "the stored offset " + stored + " is outside the log");
                }
            }
        }
    }

    private void seek(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, String topicId, AssignedPartitions assigned)
            throws SQLException {
        Optional<ConsumerOffsets.Stored> stored = offsets.find(partition.topic(), partition.partition());
        if (stored.isEmpty()) {
            long beginning = consumer.beginningOffsets(Set.of(partition)).get(partition);
            offsets.start(partition.topic(), partition.partition(), topicId, beginning);
            stored = offsets.find(partition.topic(), partition.partition());
        }
        ConsumerOffsets.Stored start = stored.orElseThrow();
        if (!start.topicId().equals(topicId)) {
            stop(consumer, partition, assigned, "the topic was made anew since its offset was stored");
            return;
        }
        assigned.put(partition, start.next());
        consumer.seek(partition, start.next());
    }

    private static void stop(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, AssignedPartitions assigned, String reason) {
        LOG.errorf("%s is not read until an operator has looked at it: %s", partition, reason);
        assigned.stop(partition, reason);
        // A position is needed all the same, or the client looks for one without end.
        consumer.seek(partition, 0);
        consumer.pause(Set.of(partition));
    }

    private Map<String, String> topicIds(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Set<String> topics = partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return admin.describeTopics(topics).allTopicNames().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> entry.getValue().topicId().toString()));
        }
    }
}
