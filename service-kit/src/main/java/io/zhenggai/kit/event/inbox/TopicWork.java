package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.EventHandler;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * What is tried with the records of one topic that came at once: all in one transaction, since few events spread over many
 * partitions would cost a commit for each of these. Where that fails each partition is tried by itself, as {@link PartitionWork}
 * says. What fails for now rests whole, and from then on each partition goes by itself until it has its effect: one does not
 * suffer for another.
 */
final class TopicWork {

    private static final Logger LOG = Logger.getLogger(TopicWork.class);

    private final RecordEffects effects;
    private final AssignedPartitions assigned;
    private final PartitionWork work;

    TopicWork(RecordEffects effects, PartitionStarts starts, AssignedPartitions assigned) {
        this.effects = effects;
        this.assigned = assigned;
        this.work = new PartitionWork(effects, starts, assigned);
    }

    void apply(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came) {
        boolean together = came.size() > 1
                && came.keySet().stream()
                        .allMatch(partition -> assigned.isAtWork(partition) && !assigned.isFailing(partition));
        if (!together || !isSettledTogether(consumer, handler, came)) {
            came.forEach((partition, records) -> work.apply(consumer, handler, partition, records));
        }
    }

    private boolean isSettledTogether(
            Consumer<byte[], byte[]> consumer,
            EventHandler handler,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came) {
        came.forEach(
                (partition, records) -> assigned.take(partition, records.get(0).timestamp()));
        try {
            applyTogether(handler, came);
            return true;
        } catch (OffsetMovedException e) {
            LOG.debugf("which partition has another owner is found one by one: %s", e.getMessage());
            return false;
        } catch (NotTheRecordsFaultException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!Failures.isTransient(e)) {
                LOG.infof(
                        "what came of %d partitions failed and is applied partition by partition: %s",
                        came.size(), Failures.reason(e));
                return false;
            }
            LOG.warnf("%s rest for now: %s", came.keySet(), Failures.reason(e));
            came.keySet().forEach(partition -> assigned.rest(consumer, partition, Failures.reason(e)));
            return true;
        }
    }

    private void applyTogether(EventHandler handler, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> came) {
        List<Portion> portions = came.entrySet().stream()
                .map(entry -> Portion.of(assigned.stored(entry.getKey()), entry.getValue()))
                .toList();
        effects.apply(handler, portions);
        for (Portion portion : portions) {
            TopicPartition partition = portion.offset().topicPartition();
            assigned.advance(partition, portion.offset().next());
            assigned.done(partition);
        }
    }
}
