package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.IssueService;
import io.zhenggai.issue.ledger.IssueVersion;
import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.issue.ledger.LocatedIssue;
import io.zhenggai.issue.ledger.PieceOfEvidence;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.issue.picture.Thumbnails;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds evidence to issues, in one transaction with the issue's history and event, and reads it. */
@ApplicationScoped
public class EvidenceService {

    private final IssueService issues;
    private final EvidenceRepository repository;
    private final ObjectStore objects;
    private final Ids ids;
    private final Clock clock;

    EvidenceService(IssueService issues, EvidenceRepository repository, ObjectStore objects, Ids ids, Clock clock) {
        this.issues = issues;
        this.repository = repository;
        this.objects = objects;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Five statements, the issue's lock, its update, history and event, and the record; one more where it is paired.
     *
     * @param pairedWith the piece of the same issue that shows the same at the other moment
     */
    @Transactional
    AddedEvidence add(
            Caller caller,
            String reference,
            @Nullable String ifMatch,
            KeptFile file,
            @Nullable Moment moment,
            @Nullable UUID pairedWith) {
        Attachment attachment = new Attachment(ids.next(), moment, pairedWith);
        NewEvidence piece = NewEvidence.of(file, attachment);
        IssueVersion issue = issues.addEvidence(caller, reference, ifMatch, () -> List.of(piece.told()));
        Pairs pairs = Pairs.checked(List.of(attachment), repository, issue.id(), index -> "");
        Instant now = clock.instant();
        repository.add(caller.person(), issue.id(), now, caller.name(), List.of(piece), pairs);
        return new AddedEvidence(piece.of(issue.id(), now, caller.name()), issue.version());
    }

    /**
     * Takes back what the caller has added. Seven statements: issue, merged ones and record; the issue's lock, history read and written, update,
     * event and the record.
     *
     * @throws Refusal 403 when somebody else has added it; 404, 409, 412 or 428
     */
    @Transactional
    IssueView withdraw(Caller caller, String reference, @Nullable String ifMatch, UUID id, Withdrawal withdrawal) {
        LocatedIssue located = issues.locate(caller, reference);
        StoredEvidence stored = find(located.ids(), id);
        Evidence evidence = stored.evidence();
        if (!stored.addedBy().equals(caller.person())) {
            throw new Refusal(ProblemType.FORBIDDEN, "佐证材料由上传人本人撤回。", "Who added a piece of evidence takes it back.");
        }
        if (!evidence.issueId().equals(located.id())) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该佐证材料属于并入的问题，不能撤回。",
                    "It belongs to an issue that was merged into this one.");
        }
        PieceOfEvidence piece = new PieceOfEvidence(
                id,
                evidence.fileName(),
                evidence.mediaType(),
                evidence.bytes(),
                evidence.sha256(),
                evidence.moment() == null ? null : evidence.moment().name(),
                evidence.pairedWith());
        IssueView issue = issues.withdrawEvidence(caller, reference, ifMatch, piece, withdrawal.reason());
        repository.delete(id);
        return issue;
    }

    /**
     * Three statements.
     *
     * @return the oldest first
     * @throws Refusal 404 when the issue is not there for this caller
     */
    @Transactional
    public List<Evidence> list(Caller caller, String reference) {
        return repository.of(issues.locate(caller, reference).ids());
    }

    /** @throws Refusal 404 when issue or evidence is not there for this caller */
    @Transactional
    StoredEvidence find(Caller caller, String reference, UUID id) {
        return find(issues.locate(caller, reference).ids(), id);
    }

    private StoredEvidence find(List<UUID> issueIds, UUID id) {
        return repository.find(issueIds, id).orElseThrow(() -> Refusal.notFound("佐证材料", "piece of evidence"));
    }

    /**
     * @param stored that was found for the caller
     * @return its thumbnail, to be closed
     * @throws Refusal 404 when it has none
     */
    Thumbnail thumbnail(StoredEvidence stored) {
        ObjectKey key = stored.thumbnail().orElseThrow(() -> Refusal.notFound("缩略图", "thumbnail"));
        return new Thumbnail(key.sha256(), () -> objects.open(key, 0, Thumbnails.MOST_BYTES));
    }

    /**
     * @param stored that was found for the caller
     * @return its bytes, to be closed; from the store no connection to the database is held meanwhile
     */
    InputStream open(StoredEvidence stored, ByteRange part) {
        UUID id = stored.evidence().id();
        return stored.key()
                .map(key -> open(key, part))
                .or(() -> repository.content(id, part).map(ByteArrayInputStream::new))
                // Moved since it was found.
                .orElseGet(() -> open(repository.key(id), part));
    }

    /**
     * @return the whole file, to be closed
     * @throws Refusal 404 when issue or evidence is not there for this caller
     */
    public InputStream open(Caller caller, String reference, UUID id) {
        StoredEvidence stored = find(caller, reference, id);
        return open(stored, new ByteRange(0, stored.evidence().bytes() - 1L));
    }

    private InputStream open(ObjectKey key, ByteRange part) {
        return objects.open(key, part.first(), part.length());
    }
}
