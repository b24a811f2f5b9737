package io.zhenggai.kit.event.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not have its effect, or that waits behind such a one.
 *
 * @param topic with partition and offset: where it stands in Kafka
 * @param aggregateId absent when its headers name none; then nothing waits behind it
 * @param headers one {@code name: value} per line
 * @param data its body as UTF-8 text; only where one letter is read by itself
 * @param reason why it could not, or that it waits
 * @param receivedAt by the database's clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        String aggregateType,
        @Nullable UUID aggregateId,
        String headers,
        @Nullable String data,
        String reason,
        Instant receivedAt) {}
