package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.EventHandler;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * What is tried with the records of one partition, in this order (decision 4): all at once; one by one; what fails for good
 * is put aside; what fails for now rests, and is tried again from the stored offset. One by one for two seconds of a look at most, over all
 * partitions of the topic, and one record of each all the same: the other partitions, the brokers and whoever stops this service wait
 * meanwhile. What is left is read again, and tried at once again.
 */
final class PartitionWork {

    private static final Logger LOG = Logger.getLogger(PartitionWork.class);

    static final Duration LONGEST_ONE_BY_ONE = Duration.ofSeconds(2);

    private final RecordEffects effects;
    private final PartitionStarts starts;
    private final AssignedPartitions assigned;
    private final LongSupplier nanoTime;
    private OptionalLong oneByOneSince = OptionalLong.empty();

    /** @param nanoTime nanoseconds since any moment, never going back */
    PartitionWork(RecordEffects effects, PartitionStarts starts, AssignedPartitions assigned, LongSupplier nanoTime) {
        this.effects = effects;
        this.starts = starts;
        this.assigned = assigned;
        this.nanoTime = nanoTime;
    }

    /** A new look into Kafka has brought what is applied from here on. */
    void begin() {
        oneByOneSince = OptionalLong.empty();
    }

    void apply(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records) {
        if (assigned.isStopped(partition)) {
            return;
        }
        if (!assigned.isAtWork(partition)) {
            // Records of a partition whose start is not known: to pass them over would lose them.
            starts.seek(consumer, Set.of(partition), assigned);
            return;
        }
        try {
            assigned.take(partition, records.get(0).timestamp());
            applyAll(consumer, handler, partition, records);
            assigned.done(partition);
        } catch (OffsetMovedException e) {
            assigned.done(partition);
            LOG.infof("%s; reading on from where it stands now", e.getMessage());
            starts.seek(consumer, Set.of(partition), assigned);
        } catch (RestNeededException e) {
            LOG.warnf("%s rests for now: %s", partition, e.getMessage());
            assigned.rest(consumer, partition, e.getMessage());
        }
    }

    private void applyAll(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            commit(handler, partition, records);
        } catch (NotTheRecordsFaultException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.infof(
                    "a batch of %d of %s failed and is applied one by one: %s",
                    records.size(), partition, Failures.reason(e));
            applyOneByOne(consumer, handler, partition, records);
        }
    }

    private void applyOneByOne(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records) {
        long since = oneByOneSince.orElseGet(nanoTime);
        oneByOneSince = OptionalLong.of(since);
        for (int i = 0; i < records.size(); i++) {
            applyOne(handler, partition, records.get(i));
            boolean isLast = i == records.size() - 1;
            if (!isLast && nanoTime.getAsLong() - since >= LONGEST_ONE_BY_ONE.toNanos()) {
                consumer.seek(partition, assigned.stored(partition));
                return;
            }
        }
    }

    /** The second time for every record, also for one that came alone: what failed by chance is no dead letter. */
    private void applyOne(EventHandler handler, TopicPartition partition, ConsumerRecord<byte[], byte[]> one) {
        try {
            commit(handler, partition, List.of(one));
        } catch (NotTheRecordsFaultException e) {
            throw e;
        } catch (RuntimeException e) {
            bury(handler, partition, one, e);
        }
    }

    private void commit(EventHandler handler, TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        Portion portion = Portion.of(assigned.stored(partition), records);
        runUnlessTransient(() -> effects.apply(handler, List.of(portion)));
        assigned.advance(partition, portion.offset().next());
    }

    private void bury(
            EventHandler handler,
            TopicPartition partition,
            ConsumerRecord<byte[], byte[]> letter,
            RuntimeException why) {
        PartitionOffset offset = PartitionOffset.behind(assigned.stored(partition), letter);
        try {
            runUnlessTransient(() -> effects.bury(handler, letter, offset, Failures.reason(why)));
        } catch (NotTheRecordsFaultException e) {
            throw e;
        } catch (RuntimeException e) {
            // Neither its effect nor its letter: this partition waits, and says so, rather than lose it or hold up the
            // others.
            LOG.errorf(e, "%s at %d cannot be put aside", partition, letter.offset());
            throw new RestNeededException(e);
        }
        assigned.advance(partition, offset.next());
    }

    private static void runUnlessTransient(Runnable transaction) {
        try {
            transaction.run();
        } catch (NotTheRecordsFaultException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failures.isTransient(e) ? new RestNeededException(e) : e;
        }
    }
}
