package io.zhenggai.issue.evidence;

import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.issue.object.StagedFile;
import io.zhenggai.issue.object.Staging;
import io.zhenggai.issue.upload.UploadedBody;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.problem.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Takes files in: onto the disk while they are looked at, then into the store. Outside any transaction, since senders may be slow. */
@Singleton
class EvidenceFiles {

    private static final Logger LOG = Logger.getLogger(EvidenceFiles.class);

    private final Staging staging;
    private final ObjectStore objects;
    private final Ids ids;

    EvidenceFiles(Staging staging, ObjectStore objects, Ids ids) {
        this.staging = staging;
        this.objects = objects;
        this.ids = ids;
    }

    /**
     * Takes a file in and has it used.
     *
     * @param body limited already
     * @param use names the file in a row, or refuses
     * @throws Refusal 400 when the body breaks off, 422 when name, kind and content do not fit, 503 when the store cannot be used, and
     *     what the use refuses
     */
    <A> A use(InputStream body, FileName name, FileKind kind, Function<Received, A> use) {
        Received received = new Received(receive(body, name, kind));
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
            ObjectKey key = new ObjectKey(staged.sha256(), ids.next());
            objects.put(key, staged.path());
            return new KeptFile(
                    file.name(), file.kind().mediaType(), Math.toIntExact(staged.bytes()), staged.sha256(), key);
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
            objects.delete(file.key());
        } catch (Refusal e) {
            LOG.warnf("%s is left to the sweep", file.key());
        }
    }
}
