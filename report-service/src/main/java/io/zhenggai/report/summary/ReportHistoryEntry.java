package io.zhenggai.report.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a report's history, with the changed fields as {@code {"field": {"from": …, "to": …}}}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportHistoryEntry(
        long version,
        Instant at,
        String action,
        String name,
        String role,
        String region,
        @Nullable String reason,
        @Schema(implementation = Object.class) JsonNode changes) {}
