package io.zhenggai.issue.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that is not evidence of anything yet.
 *
 * @param id by which it is attached, and the piece of evidence has then
 * @param fileName as uploaded
 * @param mediaType of the content
 * @param bytes the content's length
 * @param sha256 the content's digest, fixed at upload: 64 hexadecimal digits
 * @param uploadedAt real time, whatever the business clock says
 * @param expiresAt until when it can be attached; real time
 */
public record Upload(
        UUID id, String fileName, String mediaType, int bytes, String sha256, Instant uploadedAt, Instant expiresAt) {}
