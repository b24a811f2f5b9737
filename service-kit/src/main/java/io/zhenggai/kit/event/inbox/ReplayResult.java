package io.zhenggai.kit.event.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of a replay.
 *
 * @param replayed how many letters had their effect, each in a transaction of its own
 * @param open how many of the aggregate are left
 * @param obstacle why the next one could not; absent when none is left, or the replay reached its bound
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayResult(
        int replayed, long open, @Nullable String obstacle) {}
