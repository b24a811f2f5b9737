package io.zhenggai.issue.evidence;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload that becomes evidence.
 *
 * @param uploadId one of the caller's own that has not expired; the piece of evidence has this id then
 * @param moment whether it shows what was before the rectification or after it
 * @param pairedWith the piece of the same issue, or of the same call, that shows the same at the other moment 整改前后对比
 */
public record Attachment(
        @NotNull UUID uploadId,
        @Nullable Moment moment,
        @Nullable UUID pairedWith) {}
