package io.zhenggai.kit.event.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a partition's next batch starts and ends.
 *
 * @param stored what the database holds now
 * @param next what it is to hold with the batch's effect
 */
record PartitionOffset(String topic, int partition, long stored, long next) {

    /** @return from what is stored to behind this record */
    static PartitionOffset behind(long stored, ConsumerRecord<?, ?> last) {
        return new PartitionOffset(last.topic(), last.partition(), stored, last.offset() + 1);
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }
}
