package io.zhenggai.kit.event.inbox;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of one partition that have their effect together.
 *
 * @param offset where the partition stands, and where it is to stand with their effect
 * @param records in their order
 */
record Portion(PartitionOffset offset, List<ConsumerRecord<byte[], byte[]>> records) {

    /**
     * @param stored the position that the database holds now
     * @param records at least one; the partition is to stand behind the last of them
     */
    static Portion of(TopicPartition partition, long stored, List<ConsumerRecord<byte[], byte[]>> records) {
        long next = records.get(records.size() - 1).offset() + 1;
        return new Portion(new PartitionOffset(partition.topic(), partition.partition(), stored, next), records);
    }

    /** @return the same up to the same place, without the records at these offsets */
    Portion without(Set<Long> passedOver) {
        return new Portion(
                offset,
                records.stream()
                        .filter(one -> !passedOver.contains(one.offset()))
                        .toList());
    }
}
