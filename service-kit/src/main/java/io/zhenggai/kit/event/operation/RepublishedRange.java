package io.zhenggai.kit.event.operation;

import java.util.UUID;

/**
 * Aggregates that were told again in one transaction, as they go on record.
 *
 * @param type of the snapshots
 * @param count how many, from the first id to the last
 */
public record RepublishedRange(String aggregateType, String type, UUID first, UUID last, int count) {}
