package io.zhenggai.kit.event.inbox;

import io.zhenggai.kit.event.EventHandler;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What records of one partition lead to, each time in one transaction with the offset. */
interface RecordEffects {

    /** Any exception means that nothing of it is there: the transaction was rolled back. */
    void apply(EventHandler handler, List<ConsumerRecord<byte[], byte[]>> records, PartitionOffset offset);

    /** Puts a record aside that can never have its effect; the partition goes on behind it. */
    void bury(EventHandler handler, ConsumerRecord<byte[], byte[]> letter, PartitionOffset offset, String reason);
}
