package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of an issue's history, with the changed fields as {@code {"field": {"from": …, "to": …}}}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryEntry(
        long version,
        Instant at,
        String action,
        String name,
        String role,
        String region,
        Channel channel,
        @Nullable String reason,
        JsonNode changes) {}
