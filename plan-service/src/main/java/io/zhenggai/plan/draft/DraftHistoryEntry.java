package io.zhenggai.plan.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a draft's history.
 *
 * @param changes the changed fields as {@code {"content.phases[0].deadline": {"from": …, "to": …}}}
 */
record DraftHistoryEntry(
        long version,
        Instant at,
        String action,
        String name,
        String role,
        String region,
        @Schema(implementation = Object.class) JsonNode changes) {}
