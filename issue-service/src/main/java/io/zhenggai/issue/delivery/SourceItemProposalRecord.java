package io.zhenggai.issue.delivery;

import io.zhenggai.issue.delivery.SourceItemProposal.Settlement;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.json.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the history has of proposals: digests in the place of what may name a complainant. One statement each. */
@ApplicationScoped
class SourceItemProposalRecord {

    private final History history;
    private final KeyedDigest digest;

    SourceItemProposalRecord(History history, KeyedDigest digest) {
        this.history = history;
        this.digest = digest;
    }

    void proposed(List<SourceItemProposal> pending, Act act) {
        history.add(pending.stream()
                .map(proposal -> new Deed(proposal.aggregate(), proposal.version(), "PROPOSE", act, proposed(proposal)))
                .toList());
    }

    private Map<String, Change> proposed(SourceItemProposal proposal) {
        Map<String, Change> changes = new HashMap<>();
        changes.put("status", Change.added(proposal.status()));
        changes.put("campaignId", Change.added(proposal.delivered().campaignId()));
        changes.put("region", Change.added(proposal.delivered().region()));
        changes.put("description", Change.added(proposal.delivered().description()));
        changes.put("category", Change.added(proposal.delivered().category()));
        changes.put("severity", Change.added(proposal.delivered().severity()));
        changes.put("sourceItem", Change.added(proposal.delivered().sourceItem().onRecord(digest)));
        changes.put("issueId", Change.added(proposal.likely().id()));
        changes.put("score", Change.added(proposal.likely().score()));
        return changes;
    }

    void settled(SourceItemProposal proposal, Act act) {
        Settlement settlement = Objects.requireNonNull(proposal.settlement());
        boolean accepted = proposal.status() == SourceItemProposalStatus.ACCEPTED;
        Map<String, Change> changes = Map.of(
                "status",
                new Change(StoredJson.tree(SourceItemProposalStatus.PENDING), StoredJson.tree(proposal.status())),
                "settledIn",
                Change.added(settlement.issueId()));
        history.add(new Deed(proposal.aggregate(), proposal.version(), accepted ? "ACCEPT" : "REFUSE", act, changes));
    }
}
