package io.zhenggai.issue.ledger;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an issue has to do with others: those that it is merged with or split into, the campaigns that it has passed, the places where it was found. */
@MappedSuperclass
abstract class LinkedIssue extends RequestingIssue {

    static final int MOST_EVIDENCE = 50;

    /** 合并 into another one. */
    void mergeInto(LinkedIssue target) {
        IssueStatus next = next(IssueMove.MERGE);
        target.next(IssueMove.ABSORB);
        statusBeforeMerge = status;
        mergedInto = target.id;
        owes(AnswersOwed.NONE);
        become(next);
    }

    /** Takes over what another one leaves that is merged into this. */
    void absorb(LinkedIssue other, AnswersOwed owed) {
        IssueStatus next = next(IssueMove.ABSORB);
        if (evidenceCount + other.evidenceCount > MOST_EVIDENCE) {
            throw Refusal.unprocessable(
                    "into",
                    "合并后佐证材料超过 " + MOST_EVIDENCE + " 份，不能合并",
                    "together they have more than " + MOST_EVIDENCE + " pieces of evidence");
        }
        evidenceCount += other.evidenceCount;
        owes(owed);
        become(next);
    }

    /** 撤销合并: it goes on where it stood. */
    void unmerge(AnswersOwed owed) {
        next(IssueMove.UNMERGE);
        IssueStatus before = Optional.ofNullable(statusBeforeMerge).orElseThrow();
        statusBeforeMerge = null;
        mergedInto = null;
        owes(owed);
        become(before);
    }

    /** @return whether less is asked of it than of another one: a lower level verifies or assigned it, or it is due later or not at all */
    boolean isHeldMoreLooselyThan(LinkedIssue other) {
        boolean lower = isLower(verifierSoFar(), other.verifierSoFar())
                || other.assignedBy != null && isLower(assignedBy, other.assignedBy);
        boolean later =
                other.dueOn != null && (dueOn == null || dueOn.isAfter(other.dueOn) || status == IssueStatus.LONG_TERM);
        return lower || later;
    }

    private static boolean isLower(@Nullable Level level, Level than) {
        return than == Level.PROVINCE && level != Level.PROVINCE;
    }

    /** @throws Refusal 409 when its close-out rests on the evidence of another one alone, which would go with that */
    void refuseUnlessSparing(LinkedIssue other) {
        if (closeOutRequestedAt != null && evidenceCount == other.evidenceCount) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "其佐证材料已用于“" + ledgerNumber + "”的销号申请，不能撤销合并。",
                    "Its evidence is all that the close-out of " + ledgerNumber + " rests on.");
        }
    }

    /** Gives back what another one had left. */
    void release(LinkedIssue other, AnswersOwed owed) {
        evidenceCount -= other.evidenceCount;
        owes(owed);
    }

    /** Takes note of which answers its source items are owed. */
    void owes(AnswersOwed owed) {
        answersOwed = owed.count();
        answerDueOn = owed.dueOn().orElse(null);
    }

    /** 结转 into the next campaign, with another deadline where it has one. */
    void carryOver(UUID campaign, @Nullable LocalDate until) {
        IssueStatus next = next(IssueMove.CARRY_OVER);
        // It was about the deadline of before.
        voided(RequestKind.EXTENSION);
        deadlineSetBy = deadline == null ? null : Level.PROVINCE;
        carriedOverFrom = campaignId;
        campaignsBefore = new ArrayList<>(campaignsBefore);
        campaignsBefore.add(campaignId);
        campaignId = campaign;
        deadline = deadline == null ? null : until;
        become(next);
    }

    /** Takes note that its source item stands for further regions. */
    void split() {
        become(next(IssueMove.SPLIT));
    }

    /** Takes note of one more place where it was found. */
    void addSourceItem(AnswersOwed owed) {
        IssueStatus next = next(IssueMove.ADD_SOURCE_ITEM);
        owes(owed);
        become(next);
    }
}
