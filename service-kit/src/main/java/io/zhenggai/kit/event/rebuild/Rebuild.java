package io.zhenggai.kit.event.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild of a projection. Progress is counted in places of the topic, summed over its partitions: records, and the marks
 * of transactions between them.
 *
 * @param startedBy the operator's name
 * @param reason why the operator wanted it
 * @param startedAt by the database's clock
 * @param endedAt by the database's clock; absent while it runs
 * @param read places passed
 * @param end places there are; absent before the topic was looked at
 * @param obstacle what keeps it at the moment; absent when nothing does
 * @param failure why it failed, with the record's partition and offset where one is to blame; absent when it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rebuild(
        long id,
        String aggregateType,
        RebuildState state,
        String startedBy,
        String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        long read,
        @Nullable Long end,
        @Nullable String obstacle,
        @Nullable String failure) {}
