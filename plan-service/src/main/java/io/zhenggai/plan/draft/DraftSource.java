package io.zhenggai.plan.draft;

import io.zhenggai.kit.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A source of issues of a draft.
 *
 * @param code such as SYSTEM_SCORECARD; absent while it is none of the known ones
 * @param name as the notice says it
 */
record DraftSource(
        @Text(max = 1_000) @Nullable String code,
        @Text(max = 1_000) @Nullable String name) {}
