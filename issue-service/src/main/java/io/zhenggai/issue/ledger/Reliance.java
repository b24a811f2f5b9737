package io.zhenggai.issue.ledger;

import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What somebody may have relied on is not taken back. */
final class Reliance {

    /** Merged, it counted for the other issue, whose close-out may have been requested with it. */
    private static final Set<String> RELYING = Set.of(IssueAction.REQUEST_CLOSE_OUT.name(), IssueAction.MERGE.name());

    private Reliance() {}

    /**
     * @param history of the issue, the oldest entry first
     * @throws Refusal 409 when the close-out was requested, or the issue merged, since the piece was added
     */
    static void refuseIfReliedOn(List<HistoryEntry> history, UUID evidenceId) {
        boolean added = false;
        for (HistoryEntry entry : history) {
            if (added && RELYING.contains(entry.action())) {
                throw new Refusal(
                        ProblemType.CONFLICT,
                        "该佐证材料上传后已申请过销号或办理过合并，不能撤回；如有误，请补充上传正确的材料。",
                        "The close-out was requested, or the issue merged, since that piece was added: it stays. Add the right one beside it.");
            }
            added |= entry.action().equals(IssueAction.ADD_EVIDENCE.name())
                    && entry.changes()
                            .path(PieceOfEvidence.FIELD)
                            .path("to")
                            .path("id")
                            .asText()
                            .equals(evidenceId.toString());
        }
    }
}
