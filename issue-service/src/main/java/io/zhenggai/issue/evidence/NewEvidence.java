package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.PieceOfEvidence;
import io.zhenggai.issue.object.ObjectKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of evidence that is about to be recorded. */
record NewEvidence(
        PieceOfEvidence told,
        ObjectKey key,
        Optional<ObjectKey> thumbnail,
        @Nullable Moment moment) {

    /** @return what an upload becomes */
    static NewEvidence of(TakenUpload upload, Attachment attachment) {
        PieceOfEvidence told = new PieceOfEvidence(
                upload.id(),
                upload.fileName(),
                upload.mediaType(),
                upload.bytes(),
                upload.sha256(),
                name(attachment.moment()),
                attachment.pairedWith());
        return new NewEvidence(told, upload.key(), upload.thumbnail(), attachment.moment());
    }

    /** @return what a file becomes that was sent to be evidence at once; the attachment names its id */
    static NewEvidence of(KeptFile file, Attachment attachment) {
        PieceOfEvidence told = new PieceOfEvidence(
                attachment.uploadId(),
                file.name().value(),
                file.mediaType(),
                file.bytes(),
                file.sha256(),
                name(attachment.moment()),
                attachment.pairedWith());
        return new NewEvidence(told, file.key(), file.thumbnail(), attachment.moment());
    }

    private static @Nullable String name(@Nullable Moment moment) {
        return moment == null ? null : moment.name();
    }

    /** @return it as it is shown */
    Evidence of(UUID issueId, Instant addedAt, String addedBy) {
        return new Evidence(
                told.id(),
                issueId,
                told.fileName(),
                told.mediaType(),
                told.bytes(),
                told.sha256(),
                addedAt,
                addedBy,
                moment,
                told.pairedWith(),
                thumbnail.isPresent());
    }
}
