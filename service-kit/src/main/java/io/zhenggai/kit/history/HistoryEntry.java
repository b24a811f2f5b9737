package io.zhenggai.kit.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an aggregate's history.
 *
 * @param version of the aggregate after it
 * @param at by the business clock
 * @param name of who did it
 * @param changes the changed fields as {@code {"content.goals[0].text": {"from": …, "to": …}}}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryEntry(
        long version,
        Instant at,
        String action,
        String name,
        String role,
        String region,
        Channel channel,
        @Nullable String reason,
        JsonNode changes) {}
