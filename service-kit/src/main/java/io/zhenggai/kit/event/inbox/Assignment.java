package io.zhenggai.kit.event.inbox;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** What happens when partitions come and go: reading goes on where this service's own database says. */
final class Assignment implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final PartitionStarts starts;
    private final AssignedPartitions assigned;

    Assignment(Consumer<byte[], byte[]> consumer, PartitionStarts starts, AssignedPartitions assigned) {
        this.consumer = consumer;
        this.starts = starts;
        this.assigned = assigned;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        starts.seek(consumer, partitions, assigned);
    }

    /** Nothing is in flight between two polls: every batch is finished within the one that brought it. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(assigned::remove);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        partitions.forEach(assigned::remove);
    }
}
