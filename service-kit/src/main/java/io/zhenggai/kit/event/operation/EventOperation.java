package io.zhenggai.kit.event.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the record.
 *
 * @param at by the database's clock
 * @param name of the operator
 * @param aggregateId of a range the first one
 * @param type of the event; absent when its headers could not be read
 * @param aggregateVersion of an event that was to be sent
 * @param topic with partition and offset: of an event that was received
 * @param lastAggregateId of a range that was told again, with the number of aggregates
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventOperation(
        long id,
        Instant at,
        String name,
        OperationAction action,
        String reason,
        String aggregateType,
        @Nullable UUID aggregateId,
        @Nullable String type,
        @Nullable Long aggregateVersion,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable UUID lastAggregateId,
        @Nullable Integer aggregates) {}
