package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.EventHandler;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * What is tried with the records of one topic that came at once: all in one transaction, since few events spread over many
 * partitions would cost a commit for each of these; many of them in two at the same time, half of them each, as two replicas would
 * (decision 9). Where that fails each partition is tried by itself, as {@link PartitionWork} says. What fails for now rests whole,
 * and from then on each partition goes by itself until it has its effect: one does not suffer for another.
 */
final class TopicWork {

    private static final Logger LOG = Logger.getLogger(TopicWork.class);

    /** From so many records on a second transaction costs less than it saves. */
    static final int ENOUGH_FOR_TWO = 500;

    private final RecordEffects effects;
    private final AssignedPartitions assigned;
    private final PartitionWork work;
    private final TwoAtOnce twoAtOnce;

    /** @param nanoTime nanoseconds since any moment, never going back */
    TopicWork(
            RecordEffects effects,
            PartitionStarts starts,
            AssignedPartitions assigned,
            TwoAtOnce twoAtOnce,
            LongSupplier nanoTime) {
        this.effects = effects;
        this.assigned = assigned;
        this.work = new PartitionWork(effects, starts, assigned, nanoTime);
        this.twoAtOnce = twoAtOnce;
    }

    void apply(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came) {
        work.begin();
        boolean together = came.size() > 1
                && came.keySet().stream()
                        .allMatch(partition -> assigned.isAtWork(partition) && !assigned.isFailing(partition));
        if (!together) {
            applyOneByOne(consumer, handler, came);
        } else if (came.values().stream().mapToInt(List::size).sum() < ENOUGH_FOR_TWO) {
            settle(consumer, handler, came, attempt(handler, came));
        } else {
            applyHalfByHalf(consumer, handler, came);
        }
    }

    private void applyOneByOne(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came) {
        came.forEach((partition, records) -> work.apply(consumer, handler, partition, records));
    }

    private void applyHalfByHalf(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> one = new LinkedHashMap<>();
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> other = new LinkedHashMap<>();
        int more = 0;
        for (TopicPartition partition : largestFirst(came)) {
            List<ConsumerRecord<byte[], byte[]>> records = came.get(partition);
            (more <= 0 ? one : other).put(partition, records);
            more += more <= 0 ? records.size() : -records.size();
        }
        List<Optional<RuntimeException>> failures =
                twoAtOnce.both(() -> attempt(handler, one), () -> attempt(handler, other));
        // By this thread alone: the client is nobody else's.
        settle(consumer, handler, one, failures.get(0));
        settle(consumer, handler, other, failures.get(1));
    }

    private static List<TopicPartition> largestFirst(Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came) {
        return came.keySet().stream()
                .sorted(Comparator.comparingInt((TopicPartition partition) ->
                                came.get(partition).size())
                        .reversed())
                .toList();
    }

    /** @return why nothing of it has its effect; empty when all of it has */
    private Optional<RuntimeException> attempt(
            EventHandler handler, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came) {
        came.forEach(
                (partition, records) -> assigned.take(partition, records.get(0).timestamp()));
        try {
            List<Portion> portions = came.entrySet().stream()
                    .map(entry -> Portion.of(assigned.stored(entry.getKey()), entry.getValue()))
                    .toList();
            effects.apply(handler, portions);
            for (Portion portion : portions) {
                TopicPartition partition = portion.offset().topicPartition();
                assigned.advance(partition, portion.offset().next());
                assigned.done(partition);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void settle(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came,
            Optional<RuntimeException> failure) {
        if (failure.isEmpty()) {
            return;
        }
        RuntimeException e = failure.get();
        if (e instanceof OffsetMovedException) {
            LOG.debugf("which partition has another owner is found one by one: %s", e.getMessage());
            applyOneByOne(consumer, handler, came);
        } else if (e instanceof NotTheRecordsFaultException) {
            throw e;
        } else if (Failures.isTransient(e)) {
            LOG.warnf("%s rest for now: %s", came.keySet(), Failures.reason(e));
            came.keySet().forEach(partition -> assigned.rest(consumer, partition, Failures.reason(e)));
        } else {
            LOG.infof(
                    "what came of %d partitions failed and is applied partition by partition: %s",
                    came.size(), Failures.reason(e));
            applyOneByOne(consumer, handler, came);
        }
    }
}
