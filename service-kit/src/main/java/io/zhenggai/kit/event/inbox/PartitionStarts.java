package io.zhenggai.kit.event.inbox;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
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

    /** Sets the consumer to the stored offset; a partition never read before starts at the beginning of its log. */
    void seek(Consumer<byte[], byte[]> consumer, TopicPartition partition, AssignedPartitions assigned) {
        try {
            String topicId = topicId(partition.topic());
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
        } catch (SQLException | ExecutionException e) {
            throw new KafkaException("the start of " + partition + " could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while starting " + partition, e);
        }
    }

    private static void stop(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, AssignedPartitions assigned, String reason) {
        LOG.errorf("%s is not read until an operator has looked at it: %s", partition, reason);
        assigned.stop(partition, reason);
        // A position is needed all the same, or the client looks for one without end.
        consumer.seek(partition, 0);
        consumer.pause(Set.of(partition));
    }

    private String topicId(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .topicId()
                    .toString();
        }
    }
}
