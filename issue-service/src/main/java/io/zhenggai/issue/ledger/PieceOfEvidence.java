package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger's history tells of a piece of evidence.
 *
 * @param id by which it is read
 * @param fileName as uploaded
 * @param mediaType of the content
 * @param bytes the content's length
 * @param sha256 the content's digest, 64 hexadecimal digits
 * @param moment whether it shows what was before the rectification or after it; absent where nothing was said
 * @param pairedWith the piece that shows the same at the other moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PieceOfEvidence(
        UUID id,
        String fileName,
        String mediaType,
        int bytes,
        String sha256,
        @Nullable String moment,
        @Nullable UUID pairedWith) {

    /** Under which name the history tells of a piece that was added. */
    static final String FIELD = "evidence";

    /** @return what events may tell: a file name may hold anything */
    Map<String, Object> published() {
        return Map.of("evidenceId", id, "mediaType", mediaType, "bytes", bytes, "sha256", sha256);
    }
}
