package io.zhenggai.issue.delivery;

import io.zhenggai.issue.delivery.SourceItemProposal.Settlement;
import io.zhenggai.issue.ledger.DeliveredIssueService;
import io.zhenggai.issue.ledger.DeliveredIssueService.Alone;
import io.zhenggai.issue.ledger.DeliveredIssueService.Known;
import io.zhenggai.issue.ledger.MatchedIssue;
import io.zhenggai.issue.ledger.SourceItem;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.personal.PersonalDataReads;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows proposals to who decides on them, and puts into effect what is decided. */
@ApplicationScoped
class SourceItemProposalService {

    private final SourceItemProposals proposals;
    private final SourceItemProposalTable table;
    private final SourceItemProposalRecord record;
    private final DeliveredIssueService ledger;
    private final PersonalDataReads reads;
    private final Clock clock;

    SourceItemProposalService(
            SourceItemProposals proposals,
            SourceItemProposalTable table,
            SourceItemProposalRecord record,
            DeliveredIssueService ledger,
            PersonalDataReads reads,
            Clock clock) {
        this.proposals = proposals;
        this.table = table;
        this.record = record;
        this.ledger = ledger;
        this.reads = reads;
        this.clock = clock;
    }

    /** Two statements, one more where an issue is merged meanwhile, and one when the total is asked for. Shows no personal data. */
    @Transactional
    Page<SourceItemProposalView> list(Caller caller, SourceItemProposalFilter filter, PageRequest page) {
        Page<SourceItemProposal> found = proposals.list(caller.scope(), filter, page);
        Set<UUID> issueIds =
                found.items().stream().map(one -> one.likely().id()).collect(Collectors.toSet());
        Map<UUID, MatchedIssue> issues = issueIds.isEmpty() ? Map.of() : ledger.matched(caller.scope(), issueIds);
        return found.map(one -> SourceItemProposalView.of(
                one,
                one.delivered().sourceItem().inList(),
                issues.get(one.likely().id())));
    }

    /**
     * Two statements, one more where the issue is merged meanwhile, and one for each kind of personal data that is shown.
     *
     * @throws Refusal 404 when it is not there for this caller
     */
    @Transactional
    SourceItemProposalView find(Caller caller, UUID id) {
        SourceItemProposal proposal =
                proposals.find(caller.scope(), id).orElseThrow(SourceItemProposalService::unknown);
        boolean handles = caller.role() == Role.OFFICE;
        SourceItem item = proposal.delivered().sourceItem();
        SourceItemProposalView view = shown(caller, proposal, handles ? item : item.masked());
        noteReading(caller, id, item, handles);
        return view;
    }

    private void noteReading(Caller caller, UUID id, SourceItem item, boolean handles) {
        if (item.textReceived() != null) {
            reads.note(caller, SourceItemProposalRows.TEXT_RECEIVED, List.of(id));
        }
        if (handles && item.complainant() != null) {
            reads.note(caller, SourceItemProposalRows.COMPLAINANT, List.of(id));
        }
        if (handles && item.answerOwedTo() != null && item.isComplaint()) {
            reads.note(caller, SourceItemProposalRows.ANSWER_OWED_TO, List.of(id));
        }
    }

    /**
     * The item becomes another source item of the issue. Four statements beside those of adding it.
     *
     * @throws Refusal 404, 428, 412 as for every change; 409 when it is decided already, the issue is over, or the item is registered already
     */
    @Transactional
    SourceItemProposalView accept(Caller caller, UUID id, @Nullable String ifMatch) {
        SourceItemProposal proposal = pending(caller, id, ifMatch);
        Known issue = ledger.addTo(caller, proposal.likely().id(), proposal.delivered());
        Act act = Act.of(caller, clock.instant());
        return settle(proposal, SourceItemProposalStatus.ACCEPTED, act, issue, false);
    }

    /**
     * The item is registered as an issue of its own, whatever became of the other one. Four statements beside those of registering it. What
     * somebody else has registered meanwhile stays as it is, and the proposal keeps who complained and in which words: that issue may not
     * have them.
     *
     * @throws Refusal 404, 428, 412 as for every change; 409 when it is decided already
     */
    @Transactional
    SourceItemProposalView refuse(Caller caller, UUID id, @Nullable String ifMatch, String reason) {
        SourceItemProposal proposal = pending(caller, id, ifMatch);
        Act act = Act.of(caller, clock.instant(), reason);
        Alone alone = ledger.registerAlone(proposal.deliverer().asCaller(), act, proposal.delivered());
        return settle(proposal, SourceItemProposalStatus.REFUSED, act, alone.issue(), !alone.isNew());
    }

    private SourceItemProposal pending(Caller caller, UUID id, @Nullable String ifMatch) {
        SourceItemProposal proposal =
                proposals.lock(caller.scope(), id).orElseThrow(SourceItemProposalService::unknown);
        EntityTags.requireMatch(ifMatch, proposal.version());
        proposal.refuseUnlessPending();
        return proposal;
    }

    private SourceItemProposalView settle(
            SourceItemProposal proposal, SourceItemProposalStatus as, Act act, Known issue, boolean keepingTexts) {
        SourceItemProposal settled = proposal.settled(
                as,
                new Settlement(
                        act.at(),
                        act.by().name(),
                        act.by().person(),
                        act.reason().orElse(null),
                        issue.id()));
        table.settle(settled, keepingTexts);
        record.settled(settled, act);
        return shown(act.by(), settled, settled.delivered().sourceItem());
    }

    private SourceItemProposalView shown(Caller caller, SourceItemProposal proposal, SourceItem item) {
        UUID issueId = proposal.likely().id();
        return SourceItemProposalView.of(
                proposal, item, ledger.matched(caller.scope(), List.of(issueId)).get(issueId));
    }

    private static Refusal unknown() {
        return Refusal.notFound("来源建议", "proposal of a source item");
    }
}
