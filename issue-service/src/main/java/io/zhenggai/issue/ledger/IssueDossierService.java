package io.zhenggai.issue.ledger;

import io.zhenggai.kit.history.History;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Objects;

/** Reads all of one issue, for who makes a paper of it; within the transaction of that. */
@ApplicationScoped
public class IssueDossierService {

    private final IssueRepository issues;
    private final SourceItems sourceItems;
    private final IssueRequests requests;
    private final IssueViews views;
    private final History history;

    IssueDossierService(
            IssueRepository issues,
            SourceItems sourceItems,
            IssueRequests requests,
            IssueViews views,
            History history) {
        this.issues = issues;
        this.sourceItems = sourceItems;
        this.requests = requests;
        this.views = views;
        this.history = history;
    }

    /**
     * Three statements.
     *
     * @throws Refusal 404 when it is not there for this caller
     */
    @Transactional(TxType.MANDATORY)
    public IssueLife life(Caller caller, String reference) {
        return life(found(caller, reference));
    }

    /**
     * Five statements, and one more for each kind of personal data that is shown by it, which is on record then.
     *
     * @throws Refusal 404 when it is not there for this caller
     */
    @Transactional(TxType.MANDATORY)
    public IssueDossier dossier(Caller caller, String reference) {
        Issue issue = found(caller, reference);
        IssueLife life = life(issue);
        List<IssueRequest> asked = requests.of(issue.id());
        IssueView whole = views.whole(issue, caller);
        return new IssueDossier(life, Objects.requireNonNullElse(whole.sourceItems(), List.of()), asked);
    }

    private IssueLife life(Issue issue) {
        LedgerLine line = new LedgerLine(issue.fields(), sourceItems.foundIn(issue.id()));
        return new IssueLife(line, history.of(IssueEvents.AGGREGATE_TYPE, issue.id()));
    }

    private Issue found(Caller caller, String reference) {
        return issues.find(caller.scope(), IssueReference.of(reference)).orElseThrow(IssueReference::unknown);
    }
}
