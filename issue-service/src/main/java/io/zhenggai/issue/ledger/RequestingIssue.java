package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;

/** What is asked for of an issue, and waits for the decision of a level above. */
@MappedSuperclass
abstract class RequestingIssue extends GuardedIssue {

    /** Not stored: what the change at hand has made void. */
    @Transient
    private final List<RequestKind> voided = new ArrayList<>();

    /**
     * Asks for something that a level above decides.
     *
     * @return which level that is: of a deadline the one that set it last, and never the office itself; of a reassignment the one that
     *     handed the issue down last; of what is to be long-term the one that verifies
     */
    Level ask(RequestKind kind, Caller asking) {
        next(kind.asking());
        refuseUnlessLeads(asking);
        if (pendingRequests.contains(kind.name())) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该问题已有待审批的" + kind.chinese() + "申请，请勿重复申请。",
                    "Such a request is waiting for its decision already.");
        }
        pendingRequests.add(kind.name());
        return switch (kind) {
            case EXTENSION -> asking.role() == Role.OFFICE ? Level.PROVINCE : deadlineSetBySoFar();
            case REASSIGNMENT -> allottedAt == null ? assignedBySoFar() : Level.CITY;
            case LONG_TERM -> verifierSoFar();
        };
    }

    /** Takes note that a request is not pending any more. */
    void decided(RequestKind kind) {
        pendingRequests.remove(kind.name());
    }

    void voided(RequestKind kind) {
        if (pendingRequests.contains(kind.name())) {
            decided(kind);
            voided.add(kind);
        }
    }

    /** @return the requests that have become void, or can no longer be granted; they are pending no longer */
    List<RequestKind> lapse() {
        List<RequestKind> lapsed = new ArrayList<>(voided);
        voided.clear();
        pendingRequests().stream()
                .filter(kind -> !IssueMove.legal(status, verifierSoFar()).contains(kind.granting()))
                .forEach(lapsed::add);
        lapsed.forEach(this::decided);
        return lapsed;
    }
}
