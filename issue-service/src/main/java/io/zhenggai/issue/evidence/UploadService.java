package io.zhenggai.issue.evidence;

import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Keeps files until they become evidence of something, for a day at the most. */
@ApplicationScoped
class UploadService {

    /** As many as two issues may have evidence. */
    private static final int MOST_OPEN = 100;

    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final UploadRepository repository;
    private final Ids ids;
    private final RealTime time;

    UploadService(UploadRepository repository, Ids ids, RealTime time) {
        this.repository = repository;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Two statements.
     *
     * @throws Refusal 409 when too many of the caller's uploads wait to be attached already
     */
    @Transactional
    Upload add(Caller caller, KeptFile file) {
        // As the database stores it.
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        if (repository.open(caller, now) >= MOST_OPEN) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "您已有 " + MOST_OPEN + " 个上传文件尚未使用，请先使用，或等待其过期。",
                    "As many as " + MOST_OPEN
                            + " of your uploads are attached to nothing yet; attach them, or let them expire.");
        }
        Upload upload = new Upload(
                ids.next(),
                file.name().value(),
                file.mediaType(),
                file.bytes(),
                file.sha256(),
                now,
                now.plus(KEPT_FOR));
        repository.add(upload, file, caller);
        return upload;
    }

    /**
     * One statement.
     *
     * @throws Refusal 404 when it is not the caller's, or is attached or expired
     */
    @Transactional
    Upload find(Caller caller, UUID id) {
        return repository.find(caller, id, time.now()).orElseThrow(() -> Refusal.notFound("上传文件", "The upload"));
    }
}
