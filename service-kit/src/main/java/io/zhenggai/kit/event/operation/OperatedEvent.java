package io.zhenggai.kit.event.operation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event that an operator dealt with, as it goes on record.
 *
 * @param data its body, where it is thrown away; otherwise null
 */
public record OperatedEvent(
        String aggregateType,
        @Nullable UUID aggregateId,
        @Nullable String type,
        @Nullable Long aggregateVersion,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        byte @Nullable [] data) {}
