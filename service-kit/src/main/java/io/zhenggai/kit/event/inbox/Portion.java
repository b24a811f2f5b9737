package io.zhenggai.kit.event.inbox;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
    static Portion of(long stored, List<ConsumerRecord<byte[], byte[]>> records) {
        return new Portion(PartitionOffset.behind(stored, records.get(records.size() - 1)), records);
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
