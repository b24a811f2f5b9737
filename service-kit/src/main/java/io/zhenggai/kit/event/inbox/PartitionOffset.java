package io.zhenggai.kit.event.inbox;

/**
 * Where a partition's next batch starts and ends.
 *
 * @param stored what the database holds now
 * @param next what it is to hold with the batch's effect
 */
record PartitionOffset(String topic, int partition, long stored, long next) {}
