package io.zhenggai.issue.evidence;

import io.zhenggai.issue.object.ObjectKey;
import java.util.Optional;
import java.util.UUID;

/** An upload whose row was taken away in the transaction at hand, to become evidence. */
record TakenUpload(
        UUID id,
        String fileName,
        String mediaType,
        int bytes,
        String sha256,
        ObjectKey key,
        Optional<ObjectKey> thumbnail) {}
