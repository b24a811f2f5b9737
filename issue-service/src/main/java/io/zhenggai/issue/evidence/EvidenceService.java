package io.zhenggai.issue.evidence;

import io.zhenggai.issue.ledger.IssueService;
import io.zhenggai.issue.ledger.IssueVersion;
import io.zhenggai.issue.ledger.PieceOfEvidence;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds evidence to issues, in one transaction with the issue's history and event, and reads it. */
@ApplicationScoped
public class EvidenceService {

    private final IssueService issues;
    private final EvidenceRepository repository;
    private final Ids ids;
    private final Clock clock;

    EvidenceService(IssueService issues, EvidenceRepository repository, Ids ids, Clock clock) {
        this.issues = issues;
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** Five statements: the issue's lock, outbox, update and history, and the file. */
    @Transactional
    AddedEvidence add(Caller caller, String reference, @Nullable String ifMatch, UploadedFile file) {
        PieceOfEvidence piece = new PieceOfEvidence(
                ids.next(), file.name().value(), file.kind().mediaType(), file.content().length, file.sha256());
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
        repository.add(evidence, caller.person(), file.content());
        return new AddedEvidence(evidence, issue.version());
    }

    /** @throws Refusal 404 when the issue is not there for this caller */
    @Transactional
    List<Evidence> list(Caller caller, String reference) {
        return repository.of(issues.locate(caller, reference).ids());
    }

    /** @throws Refusal 404 when issue or evidence is not there for this caller */
    @Transactional
    Evidence find(Caller caller, String reference, UUID id) {
        return repository
                .find(issues.locate(caller, reference).ids(), id)
                .orElseThrow(() -> Refusal.notFound("佐证材料", "piece of evidence"));
    }

    /** @param evidence that was found for the caller */
    @Transactional
    byte[] content(Evidence evidence) {
        return repository.content(evidence);
    }
}
