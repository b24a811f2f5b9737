package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may be done with an issue now, and by whom. */
@MappedSuperclass
abstract class GuardedIssue extends IssueRow {

    /** @throws Refusal 409 naming what is legal */
    void refuseUnlessLegal(IssueMove move) {
        next(move);
    }

    /** The province reviews what it verifies once the city has; before that, and where the city verifies, the city does. */
    void refuseUnlessReviewer(Caller reviewing) {
        refuseUnlessAt(status == IssueStatus.FIRST_REVIEWED ? Level.PROVINCE : Level.CITY, reviewing);
        if (reviewing.person().equals(closeOutRequestedBy) || reviewing.person().equals(firstReviewedBy)) {
            throw new Refusal(ProblemType.FORBIDDEN, "不得审核本人提出的销号申请。", "Nobody verifies their own request.");
        }
    }

    static void refuseUnlessAt(Level level, Caller acting) {
        if (acting.role() != level.role()) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    level == Level.PROVINCE ? "该问题由省级验收。" : "该问题当前由省辖市、济源示范区工改办审核。",
                    "This step is for the " + level.role().claim() + " to take.");
        }
    }

    /** A department or member unit that cooperates helps; what the issue's life depends on is for the lead unit to do. */
    void refuseUnlessLeads(Caller acting) {
        if ((acting.role() == Role.DEPARTMENT || acting.role() == Role.MEMBER_UNIT)
                && leadUnit != null
                && acting.unit().filter(this::isLeadUnit).isEmpty()) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    "该问题由“" + leadUnit + "”牵头办理。",
                    "This step is for the lead unit, " + leadUnit + ".");
        }
    }

    boolean isLeadUnit(String unit) {
        return Compared.areSame(leadUnit, unit);
    }

    /** Whether the office's own host is the responsible unit: then the level above verifies. */
    boolean isHostsOwn(Caller acting) {
        return acting.role() == Role.OFFICE
                && acting.unit().filter(this::isLeadUnit).isPresent();
    }

    Level verifierBefore(Caller reviewing) {
        return isHostsOwn(reviewing) ? Level.PROVINCE : verifierSoFar();
    }

    /** Until it is assigned, who verifies may not be known yet: the source's default for the city shows. */
    Level verifierSoFar() {
        return Optional.ofNullable(verifier).orElseGet(() -> source.defaultVerifier(Role.OFFICE));
    }

    /** What was set before levels were kept is treated as the province's, which may decide everything. */
    Level deadlineSetBySoFar() {
        return Optional.ofNullable(deadlineSetBy).orElse(Level.PROVINCE);
    }

    /** What was assigned before levels were kept is treated as the province's, which may decide everything. */
    Level assignedBySoFar() {
        return Optional.ofNullable(assignedBy).orElse(Level.PROVINCE);
    }

    /** @return where the move leads; it is illegal otherwise, and refused by 409 with what is legal */
    IssueStatus next(IssueMove move) {
        return next(move, verifierSoFar());
    }

    IssueStatus next(IssueMove move, Level verifying) {
        if (!move.isLegal(status, verifying)) {
            throw move.refusal(status, legalMoves());
        }
        return move.to(status);
    }

    void become(IssueStatus next) {
        status = next;
        dueOn = switch (next) {
            case CLOSED, REJECTED, MERGED -> null;
            case LONG_TERM -> stageReviewOn;
            default -> deadline;
        };
    }

    /**
     * Takes note since when what is owed now is owed by the date that it has, as far as the change at hand has set that: what comes back is
     * owed anew.
     *
     * @param before what it held before the change
     */
    void noteSince(IssueFields before, Instant at) {
        if (dueOn == null || !status.owesWork()) {
            owedSince = null;
        } else if (!before.status().owesTheSameAs(status) || !dueOn.equals(before.dueOn())) {
            owedSince = at;
        }
        // What is unmerged goes on where it stood.
        if (status == IssueStatus.IN_RECTIFICATION
                && before.status() != IssueStatus.IN_RECTIFICATION
                && before.status() != IssueStatus.MERGED) {
            rectifyingSince = at;
        }
        if (!Objects.equals(answerDueOn, before.answerDueOn())) {
            answerOwedSince = at;
        }
    }

    /** @return the moves that are open now */
    List<IssueMove> legalMoves() {
        return IssueMove.open(status, verifierSoFar(), pendingRequests());
    }
}
