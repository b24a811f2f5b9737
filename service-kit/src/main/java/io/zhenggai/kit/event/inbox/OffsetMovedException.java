package io.zhenggai.kit.event.inbox;

/** Another owner of the partition has gone on meanwhile: this batch is rolled back and the offset read again. */
class OffsetMovedException extends NotTheRecordsFaultException {

    OffsetMovedException(PartitionOffset offset) {
        super("%s-%d no longer stands at %d".formatted(offset.topic(), offset.partition(), offset.stored()));
    }
}
