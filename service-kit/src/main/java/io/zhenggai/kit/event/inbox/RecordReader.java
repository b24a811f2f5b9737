package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.EventHandler;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;

/** One look into Kafka: what has come has its effect, partition by partition. */
final class RecordReader {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, EventHandler> handlers;
    private final PartitionStarts starts;
    private final AssignedPartitions assigned;
    private final PartitionWork work;

    /** @param handlers by topic */
    RecordReader(
            Map<String, EventHandler> handlers,
            RecordEffects effects,
            PartitionStarts starts,
            AssignedPartitions assigned) {
        this.handlers = handlers;
        this.starts = starts;
        this.assigned = assigned;
        this.work = new PartitionWork(effects, starts, assigned);
    }

    /** @return how many records came; empty when positions had to be found anew, so that a rest is due */
    OptionalInt read(Consumer<byte[], byte[]> open) {
        try {
            assigned.resumeRested(open);
            ConsumerRecords<byte[], byte[]> records = open.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                EventHandler handler = handlers.get(partition.topic());
                work.apply(open, handler, partition, records.records(partition));
            }
            return OptionalInt.of(records.count());
        } catch (InvalidOffsetException e) {
            starts.recover(open, e, assigned);
            return OptionalInt.empty();
        }
    }
}
