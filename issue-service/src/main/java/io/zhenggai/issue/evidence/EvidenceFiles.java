package io.zhenggai.issue.evidence;

import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.issue.object.StagedFile;
import io.zhenggai.issue.object.Staging;
import io.zhenggai.issue.picture.Thumbnails;
import io.zhenggai.issue.scan.VirusScan;
import io.zhenggai.issue.upload.Turnstile;
import io.zhenggai.issue.upload.UploadPath;
import io.zhenggai.issue.upload.UploadedBody;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.problem.Refusal;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Takes files in: onto the disk while they are looked at, then into the store. Outside any transaction, since senders may be slow. */
@Singleton
class EvidenceFiles {

    private static final Logger LOG = Logger.getLogger(EvidenceFiles.class);

    /** Of the service's 200 threads most are left to others, however slowly files come; 32 files of 50 MiB are 1.6 GiB of disk. */
    private final Turnstile places = new Turnstile(32, Duration.ofSeconds(10));

    private final Staging staging;
    private final ObjectStore objects;
    private final VirusScan scan;
    private final Ids ids;
    private final Thumbnails thumbnails = new Thumbnails();

    EvidenceFiles(Staging staging, ObjectStore objects, VirusScan scan, Ids ids) {
        this.staging = staging;
        this.objects = objects;
        this.scan = scan;
        this.ids = ids;
    }

    /**
     * Takes a file in and has it used; waits for some seconds where many come in at a time.
     *
     * @param use names the file in a row, or refuses
     * @throws Refusal 413 for too large a body, 400 when it breaks off, 422 when name, kind and content do not fit or a virus is found, 503 when store or
     *     scanner cannot be used, and
     *     what the use refuses
     */
    <A> A use(InputStream body, UploadPath path, FileName name, FileKind kind, Function<Received, A> use) {
        return places.pass(() -> used(new Received(receive(UploadedBody.limited(body, path), name, kind)), use));
    }

    private <A> A used(Received received, Function<Received, A> use) {
        boolean certain = false;
        try {
            A answer = use.apply(received);
            certain = true;
            return answer;
        } catch (Refusal refused) {
            received.used = false;
            certain = true;
            throw refused;
        } finally {
            // After another failure it may have been committed all the same: the sweep knows later.
            if (certain && !received.used) {
                discard(received.file);
            }
        }
    }

    /** A file until it is named; it is thrown away when nobody asks for it, as when a request is only repeated. */
    static final class Received {

        private final KeptFile file;
        private boolean used;

        private Received(KeptFile file) {
            this.file = file;
        }

        /** @return the file, which a row is about to name */
        KeptFile file() {
            used = true;
            return file;
        }
    }

    private KeptFile receive(InputStream body, FileName name, FileKind kind) {
        ContentSample sample = new ContentSample();
        StagedFile staged = stage(body, sample);
        try {
            UploadedFile file = new UploadedFile(name, kind, sample);
            scan.refuseInfected(staged.path(), staged.sha256());
            Optional<ObjectKey> thumbnail =
                    kind.isPicture() ? thumbnails.of(staged.path()).map(this::putSmall) : Optional.empty();
            return new KeptFile(
                    file.name(),
                    file.kind().mediaType(),
                    Math.toIntExact(staged.bytes()),
                    staged.sha256(),
                    put(staged),
                    thumbnail);
        } finally {
            staging.delete(staged);
        }
    }

    private ObjectKey put(StagedFile staged) {
        ObjectKey key = new ObjectKey(staged.sha256(), ids.next());
        objects.put(key, staged.path());
        return key;
    }

    private ObjectKey putSmall(byte[] thumbnail) {
        StagedFile staged = stage(new ByteArrayInputStream(thumbnail), new ContentSample());
        try {
            return put(staged);
        } finally {
            staging.delete(staged);
        }
    }

    private StagedFile stage(InputStream body, ContentSample sample) {
        try {
            return staging.receive(body, sample::see);
        } catch (IOException e) {
            throw UploadedBody.brokenOff();
        }
    }

    private void discard(KeptFile file) {
        try {
            file.keys().forEach(objects::delete);
        } catch (Refusal e) {
            LOG.warnf("%s is left to the sweep", file.key());
        }
    }
}
