package io.zhenggai.plan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan's history.
 *
 * @param changes the changed fields as {@code {"content.goals[0].text": {"from": …, "to": …}}}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanHistoryEntry(
        long version,
        Instant at,
        String action,
        String name,
        String role,
        String region,
        @Nullable String reason,
        @Schema(implementation = Object.class) JsonNode changes) {}
