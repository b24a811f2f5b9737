package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.IssueService;
import io.zhenggai.issue.ledger.IssueVersion;
import io.zhenggai.issue.ledger.PieceOfEvidence;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
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

    /** Five statements: the issue's lock, outbox, update and history, and the record. */
    @Transactional
    AddedEvidence add(Caller caller, String reference, @Nullable String ifMatch, KeptFile file) {
        PieceOfEvidence piece =
                new PieceOfEvidence(ids.next(), file.name().value(), file.mediaType(), file.bytes(), file.sha256());
        IssueVersion issue = issues.addEvidence(caller, reference, ifMatch, piece);
        Evidence evidence = new Evidence(
                piece.id(),
                issue.id(),
                piece.fileName(),
                piece.mediaType(),
                piece.bytes(),
                piece.sha256(),
                clock.instant(),
                caller.name());
        repository.add(evidence, caller.person(), file.key());
        return new AddedEvidence(evidence, issue.version());
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
        return repository
                .find(issues.locate(caller, reference).ids(), id)
                .orElseThrow(() -> Refusal.notFound("佐证材料", "piece of evidence"));
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
