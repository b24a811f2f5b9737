package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.IssueService;
import io.zhenggai.issue.ledger.IssueVersion;
import io.zhenggai.issue.ledger.PieceOfEvidence;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes uploads evidence of an issue, each once. */
@ApplicationScoped
public class AttachmentService {

    private final IssueService issues;
    private final UploadRepository uploads;
    private final EvidenceRepository repository;
    private final RealTime time;
    private final Clock clock;

    AttachmentService(
            IssueService issues, UploadRepository uploads, EvidenceRepository repository, RealTime time, Clock clock) {
        this.issues = issues;
        this.uploads = uploads;
        this.repository = repository;
        this.time = time;
        this.clock = clock;
    }

    /** Pieces that were added to an issue, and the issue as it is then. */
    record Attached(List<Evidence> pieces, IssueVersion issue) {}

    /** Uploads that were taken away, to become evidence of the issue that is registered in the same transaction. */
    public static final class Taken {
        private final List<NewEvidence> pieces;
        private final Pairs pairs;

        private Taken(List<NewEvidence> pieces, Pairs pairs) {
            this.pieces = pieces;
            this.pairs = pairs;
        }

        /** @return what the ledger tells of them */
        public List<PieceOfEvidence> told() {
            return pieces.stream().map(NewEvidence::told).toList();
        }
    }

    /**
     * Four statements, two for each piece, and two more where pieces are paired: the issue's lock, uploads, its events, the records. Whoever
     * may not see the issue learns nothing of uploads.
     */
    @Transactional
    Attached attach(Caller caller, String reference, @Nullable String ifMatch, List<Attachment> attachments) {
        List<NewEvidence> pieces = new ArrayList<>();
        IssueVersion issue = issues.addEvidence(caller, reference, ifMatch, () -> {
            pieces.addAll(pieces(attachments, taken(caller, attachments)));
            return pieces.stream().map(NewEvidence::told).toList();
        });
        // The issue is locked by now: nobody pairs the same piece meanwhile.
        Pairs pairs = Pairs.checked(attachments, repository, issue.id(), AttachmentService::path);
        repository.add(caller.person(), issue.id(), clock.instant(), caller.name(), pieces, pairs);
        return new Attached(shown(caller, issue.id(), pieces, pairs), issue);
    }

    /** The one that was named does not know by itself that it is paired. */
    private List<Evidence> shown(Caller caller, UUID issueId, List<NewEvidence> pieces, Pairs pairs) {
        if (pairs.isEmpty()) {
            return pieces.stream()
                    .map(piece -> piece.of(issueId, clock.instant(), caller.name()))
                    .toList();
        }
        Set<UUID> added = pieces.stream().map(piece -> piece.told().id()).collect(Collectors.toSet());
        return repository.of(List.of(issueId)).stream()
                .filter(piece -> added.contains(piece.id()))
                .toList();
    }

    /**
     * Takes uploads away for an issue that is not registered yet; to be recorded in the same transaction. One statement.
     *
     * @throws Refusal 422 naming each that is not there for this caller, was attached already or has expired, as {@code evidence[0].uploadId}, and
     *     pairs that are none
     */
    @Transactional
    public Taken take(Caller caller, List<Attachment> attachments) {
        List<NewEvidence> pieces = pieces(attachments, taken(caller, attachments));
        return new Taken(pieces, Pairs.checked(attachments, List.of(), AttachmentService::path));
    }

    /** Records what was taken as evidence of an issue, in the same transaction. One statement. */
    @Transactional
    public void record(Caller caller, UUID issueId, Taken taken) {
        repository.add(caller.person(), issueId, clock.instant(), caller.name(), taken.pieces, taken.pairs);
    }

    private List<TakenUpload> taken(Caller caller, List<Attachment> attachments) {
        List<UUID> ids = attachments.stream().map(Attachment::uploadId).toList();
        Map<UUID, TakenUpload> taken = uploads.take(caller, ids, time.now());
        List<Violation> broken = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        IntStream.range(0, ids.size())
                .filter(i -> !taken.containsKey(ids.get(i)) || !seen.add(ids.get(i)))
                .forEach(i -> broken.add(Violation.of(
                        path(i) + "uploadId",
                        "没有这一上传文件，或已过期、已使用；请重新上传",
                        "no such upload, or it has expired or is attached already; upload the file again")));
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        return ids.stream().map(taken::get).toList();
    }

    private static List<NewEvidence> pieces(List<Attachment> attachments, List<TakenUpload> taken) {
        return IntStream.range(0, taken.size())
                .mapToObj(i -> NewEvidence.of(taken.get(i), attachments.get(i)))
                .toList();
    }

    private static String path(int index) {
        return "evidence[" + index + "].";
    }
}
