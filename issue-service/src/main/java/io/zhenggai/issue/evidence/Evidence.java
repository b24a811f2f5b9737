package io.zhenggai.issue.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence as it is shown; the content is read by itself.
 *
 * @param id by which the content is read
 * @param issueId the issue it belongs to
 * @param fileName as uploaded
 * @param mediaType of the content
 * @param bytes the content's length
 * @param sha256 the content's digest, fixed at upload: 64 hexadecimal digits
 * @param addedAt when it was uploaded
 * @param addedBy who uploaded it, by name
 * @param moment whether it shows what was before the rectification or after it; absent where nothing was said
 * @param pairedWith the piece of the same issue that shows the same at the other moment
 * @param thumbnail whether there is a small picture of it
 */
public record Evidence(
        UUID id,
        UUID issueId,
        String fileName,
        String mediaType,
        int bytes,
        String sha256,
        Instant addedAt,
        String addedBy,
        @Nullable Moment moment,
        @Nullable UUID pairedWith,
        boolean thumbnail) {}
