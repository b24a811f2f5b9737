package io.zhenggai.issue.ledger;

import java.util.Map;
import java.util.UUID;

/**
 * What the ledger's history tells of a piece of evidence.
 *
 * @param id by which it is read
 * @param fileName as uploaded
 * @param mediaType of the content
 * @param bytes the content's length
 * @param sha256 the content's digest, 64 hexadecimal digits
 */
public record PieceOfEvidence(UUID id, String fileName, String mediaType, int bytes, String sha256) {

    /** @return what events may tell: a file name may hold anything */
    Map<String, Object> published() {
        return Map.of("evidenceId", id, "mediaType", mediaType, "bytes", bytes, "sha256", sha256);
    }
}
