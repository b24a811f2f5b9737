package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.EventHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;

/** One look into Kafka: what has come has its effect, topic by topic. */
final class RecordReader {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, EventHandler> handlers;
    private final PartitionStarts starts;
    private final AssignedPartitions assigned;
    private final TopicWork work;

    /** @param handlers by topic */
    RecordReader(
            Map<String, EventHandler> handlers,
            RecordEffects effects,
            PartitionStarts starts,
            AssignedPartitions assigned,
            TwoAtOnce twoAtOnce) {
        this.handlers = handlers;
        this.starts = starts;
        this.assigned = assigned;
        this.work = new TopicWork(effects, starts, assigned, twoAtOnce, System::nanoTime);
    }

    /** @return how many records came; empty when positions had to be found anew, so that a rest is due */
    OptionalInt read(Consumer<byte[], byte[]> open) {
        try {
            assigned.resumeRested(open);
            ConsumerRecords<byte[], byte[]> records = open.poll(POLL);
            byTopic(records).forEach((topic, came) -> work.apply(open, handlers.get(topic), came));
            return OptionalInt.of(records.count());
        } catch (InvalidOffsetException e) {
            starts.recover(open, e, assigned);
            return OptionalInt.empty();
        }
    }

    private static Map<String, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>> byTopic(
            ConsumerRecords<byte[], byte[]> records) {
        return records.partitions().stream()
                .collect(Collectors.groupingBy(
                        TopicPartition::topic, Collectors.toMap(Function.identity(), records::records)));
    }
}
