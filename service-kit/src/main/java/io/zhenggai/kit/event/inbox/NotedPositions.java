package io.zhenggai.kit.event.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The positions as Kafka is told of them. Nothing is read from there; but whoever watches the lag looks at them, Kafka's tools and
 * {@link ConsumerLag} for what other replicas read.
 */
final class NotedPositions {

    private static final Logger LOG = Logger.getLogger(NotedPositions.class);

    private final AssignedPartitions assigned;
    private final Set<TopicPartition> failed = ConcurrentHashMap.newKeySet();

    NotedPositions(AssignedPartitions assigned) {
        this.assigned = assigned;
    }

    /**
     * Notes where the client stands now; it also passes over the markers of transactions, which never arrive as records. What could
     * not be noted is noted the next time, whether it has moved or not.
     */
    void note(Consumer<byte[], byte[]> open) {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        for (TopicPartition partition : open.assignment()) {
            if (assigned.isAtWork(partition) && !open.paused().contains(partition)) {
                long position = open.position(partition);
                boolean hasMoved = assigned.note(partition, position);
                if (failed.remove(partition) || hasMoved) {
                    moved.put(partition, new OffsetAndMetadata(position));
                }
            }
        }
        if (!moved.isEmpty()) {
            open.commitAsync(moved, (offsets, failure) -> {
                if (failure != null) {
                    failed.addAll(moved.keySet());
                    LOG.debugf("offsets were not noted in Kafka: %s", failure.getMessage());
                }
            });
        }
    }
}
