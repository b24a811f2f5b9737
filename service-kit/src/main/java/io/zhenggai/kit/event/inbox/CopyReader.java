package io.zhenggai.kit.event.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads a projection's topic from the beginning, or from where its copy stands, and has the records' effect in the copy. */
public final class CopyReader implements AutoCloseable {

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final AssignedPartitions assigned;
    private final RecordReader reader;

    CopyReader(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            AssignedPartitions assigned,
            RecordReader reader) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.assigned = assigned;
        this.reader = reader;
    }

    /**
     * How far the copy is, over all partitions. Counted are places in the topic: records, and the marks of transactions between them.
     *
     * @param read places passed
     * @param end places there are
     */
    public record Progress(long read, long end) {}

    /**
     * Waits up to 100 ms for records and gives them their effect.
     *
     * @return how many came
     * @throws CopyFailedException when one of them can have no effect here though it had one in the live projection
     * @throws CopyGoneException when the copy is not this replica's any more
     * @throws KafkaException when the brokers do not answer; the reader is of no use after that
     */
    public int read() {
        int came = reader.read(consumer).orElse(0);
        for (TopicPartition partition : partitions) {
            if (assigned.isStopped(partition)) {
                throw new CopyFailedException(assigned.trouble().orElseThrow());
            }
            assigned.note(partition, consumer.position(partition));
        }
        return came;
    }

    /** @return what keeps it, in words; empty when nothing does */
    public Optional<String> trouble() {
        return assigned.trouble();
    }

    /** @throws KafkaException when the brokers do not answer */
    public Progress progress() {
        long read = assigned.positions().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return new Progress(
                read, ends.values().stream().mapToLong(Long::longValue).sum());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(PATIENCE_AT_CLOSE));
    }
}
