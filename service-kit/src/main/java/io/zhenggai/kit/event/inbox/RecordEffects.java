package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.EventHandler;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What records lead to, each time in one transaction with the offsets. */
interface RecordEffects {

    /**
     * Any exception means that nothing of it is there: the transaction was rolled back.
     *
     * @param portions of different partitions of the handler's topic
     * @throws OffsetMovedException when one of the partitions has another owner, who has gone on
     */
    void apply(EventHandler handler, List<Portion> portions);

    /** Puts a record aside that can never have its effect; the partition goes on behind it. */
    void bury(EventHandler handler, ConsumerRecord<byte[], byte[]> letter, PartitionOffset offset, String reason);
}
