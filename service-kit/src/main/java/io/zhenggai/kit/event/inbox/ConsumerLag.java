package io.zhenggai.kit.event.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far this replica is behind the ends of the partitions that it reads, asked of the brokers at each call. */
@ApplicationScoped
public class ConsumerLag {

    private final EventConsumer consumer;
    private final String bootstrapServers;

    ConsumerLag(EventConsumer consumer, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.consumer = consumer;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * @return records and transaction markers behind the positions of this replica; 1 while it is not assigned anything,
     *     since then nobody can say that it is at the end
     * @throws KafkaException when the brokers do not answer
     */
    public long events() {
        if (!consumer.listens()) {
            return 0;
        }
        Map<TopicPartition, Long> positions = consumer.positions();
        if (positions.isEmpty()) {
            return 1;
        }
        Map<TopicPartition, Long> ends = ends(positions);
        return positions.entrySet().stream()
                .mapToLong(entry -> Math.max(0, ends.get(entry.getKey()) - entry.getValue()))
                .sum();
    }

    private Map<TopicPartition, Long> ends(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, OffsetSpec> latest =
                positions.keySet().stream().collect(Collectors.toMap(key -> key, key -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return admin
                    .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, ConsumerLag::offset));
        } catch (ExecutionException e) {
            throw new KafkaException("the ends of the topics could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while reading the ends of the topics", e);
        }
    }

    private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> entry) {
        return entry.getValue().offset();
    }
}
