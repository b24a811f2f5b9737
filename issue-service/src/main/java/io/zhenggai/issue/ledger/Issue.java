package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One entry of the ledger. Intent methods guard the rules of its life; what they refuse changes nothing. */
@Entity
@Table(name = "issue")
class Issue extends LinkedIssue {

    /** What they have found is the province's to assign, so that it verifies as well; systems are the province's. */
    private static final Set<Role> FOR_THE_PROVINCE = Set.of(Role.PROVINCE, Role.SYSTEM);

    /** For Hibernate. */
    protected Issue() {}

    Issue(UUID id, LedgerNumber number, NewIssue from, Origin origin, Caller registering, Instant now) {
        this.id = id;
        this.ledgerNumber = number.toString();
        this.campaignId = from.campaignId();
        this.city = number.city();
        this.region = from.region();
        this.source = from.sourceItem().source();
        this.description = from.description();
        this.category = from.category();
        this.severity = from.severity();
        this.status = IssueStatus.REGISTERED;
        this.registeredAt = now;
        this.registeredBy = registering.person();
        this.registeredUnit = registering.unit().orElse(null);
        this.verifier = source.isVerifiedByWhoAssigns() && isTheProvinces(origin, registering) ? Level.PROVINCE : null;
        this.recurrenceOf = origin.recurrenceOf();
        this.splitFrom = origin.splitFrom();
        this.answersOwed = from.sourceItem().isOwedAnAnswer() ? 1 : 0;
        this.answerDueOn = from.sourceItem().answerDueOn();
    }

    /** Whether it is the province's to assign; what is split off is whose the whole was, whoever splits it. */
    private static boolean isTheProvinces(Origin origin, Caller registering) {
        return origin.splitFrom() == null
                ? FOR_THE_PROVINCE.contains(registering.role())
                : origin.verifier() == Level.PROVINCE;
    }

    /** 更正: what was registered wrongly. */
    void correct(IssueCorrection correction, Caller correcting) {
        IssueStatus next = next(IssueMove.CORRECT);
        boolean ownWords = correcting.person().equals(registeredBy) && status == IssueStatus.REGISTERED;
        if (correcting.role() != Role.PROVINCE && correcting.role() != Role.OFFICE && !ownWords) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    "登记人可在交办前更正，其后由工改办更正。",
                    "Who registered it corrects it until it is assigned; from then on the office does.");
        }
        String corrected = Optional.ofNullable(correction.description()).orElse(description);
        Category inCategory = Optional.ofNullable(correction.category()).orElse(category);
        Severity asSevere = Optional.ofNullable(correction.severity()).orElse(severity);
        if (corrected.equals(description) && inCategory == category && asSevere == severity) {
            throw Refusal.unprocessable("description", "没有需要更正的内容", "nothing differs from what is registered");
        }
        description = corrected;
        category = inCategory;
        severity = asSevere;
        become(next);
    }

    /** 交办: names the limits, and who verifies; only the province departs from the source's default. */
    void assign(Assignment assignment, Caller assigning, LocalDate acknowledgeBy, Instant now) {
        IssueStatus next = next(IssueMove.ASSIGN);
        if (status == IssueStatus.REJECTED) {
            refuseUnlessAccepting(assigning);
        }
        Level byDefault =
                assigning.role() == Role.PROVINCE ? source.defaultVerifier(assigning.role()) : verifierSoFar();
        Level chosen = Optional.ofNullable(assignment.verifier()).orElse(byDefault);
        if (assigning.role() != Role.PROVINCE && chosen != byDefault) {
            throw Refusal.unprocessable(
                    "verifier",
                    "此类来源的问题由" + byDefault.chinese() + "验收，市级交办时不能更改",
                    "issues of this source are verified by the " + byDefault + "; a city cannot change that");
        }
        leadUnit = assignment.leadUnit();
        verifier = isHostsOwn(assigning) ? Level.PROVINCE : chosen;
        assignedBy = Level.assigning(assigning.role());
        deadlineSetBy = assignedBy;
        assignedAt = now;
        this.acknowledgeBy = acknowledgeBy;
        deadline = assignment.deadline();
        become(next);
    }

    /** 不予受理; a city rejects what it verifies itself only. */
    void reject(Caller rejecting) {
        IssueStatus next = next(IssueMove.REJECT);
        refuseUnlessAccepting(rejecting);
        become(next);
    }

    private void refuseUnlessAccepting(Caller acting) {
        if (acting.role() != Role.PROVINCE && verifierSoFar() != Level.CITY) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    "该问题由省级验收，由省工改办决定是否受理。",
                    "The province verifies it, and decides whether it is accepted.");
        }
    }

    /** 签收, by whoever it was handed down to last. */
    void acknowledge(Caller acknowledging, Instant now) {
        IssueStatus next = next(IssueMove.ACKNOWLEDGE);
        if (allottedAt == null && assignedBySoFar() == Level.PROVINCE && acknowledging.role() == Role.COUNTY) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    "该问题由省级交办，请先由省辖市、济源示范区工改办签收、分办。",
                    "The province has assigned it; the city's office acknowledges it and hands it on first.");
        }
        if (allottedAt != null && acknowledging.role() == Role.OFFICE) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    "该问题已分办，由承办单位签收。",
                    "It was handed on; whoever it was handed on to acknowledges it.");
        }
        refuseUnlessLeads(acknowledging);
        acknowledgedAt = now;
        become(next);
    }

    /** 分办: the office hands on what it has acknowledged. */
    void allot(Allotment allotment, Caller allotting, LocalDate acknowledgeBy, Instant now) {
        IssueStatus next = next(IssueMove.ALLOT);
        if (!isLeadUnit(allotment.leadUnit())) {
            forgetAnalysis();
            voided(RequestKind.EXTENSION);
        }
        if (allottedAt == null) {
            officeAcknowledgedAt = acknowledgedAt;
        }
        // It was about another hand-down.
        voided(RequestKind.REASSIGNMENT);
        leadUnit = allotment.leadUnit();
        cooperatingUnits = new ArrayList<>(allotment.cooperatingUnits());
        verifier = isHostsOwn(allotting) ? Level.PROVINCE : verifier;
        allottedAt = now;
        this.acknowledgeBy = acknowledgeBy;
        acknowledgedAt = null;
        become(next);
    }

    /** 改派: what the office handed on comes back to it, everything else to who assigns. */
    void reassign() {
        next(IssueMove.REASSIGN);
        decided(RequestKind.REASSIGNMENT);
        voided(RequestKind.EXTENSION);
        boolean handedOn = allottedAt != null;
        leadUnit = null;
        cooperatingUnits = new ArrayList<>();
        acknowledgeBy = null;
        acknowledgedAt = officeAcknowledgedAt;
        officeAcknowledgedAt = null;
        allottedAt = null;
        forgetAnalysis();
        if (!handedOn) {
            verifier = source.isVerifiedByWhoAssigns() && verifier == Level.PROVINCE ? verifier : null;
            assignedBy = null;
            assignedAt = null;
            deadline = null;
            deadlineSetBy = null;
        }
        become(handedOn ? IssueStatus.ACKNOWLEDGED : IssueStatus.REGISTERED);
    }

    /** What one unit has found is not another one's word. */
    private void forgetAnalysis() {
        causeAnalysis = null;
        rectificationGoal = null;
        responsiblePerson = null;
    }

    /**
     * 原因分析, with the goal, who leads, who cooperates, who is responsible. Whoever handles the issue names the lead unit where
     * none is named; another one is named by who hands issues down only, for the first one would lose sight of it.
     */
    void analyseCause(CauseAnalysis analysis, Caller analysing) {
        IssueStatus next = next(IssueMove.ANALYSE_CAUSE);
        boolean same = isLeadUnit(analysis.leadUnit());
        if (leadUnit != null && !same && analysing.role() != Role.OFFICE) {
            throw Refusal.unprocessable(
                    "leadUnit",
                    "牵头单位已明确为“" + leadUnit + "”，不能自行更换；确需更换的，请申请改派或报工改办办理",
                    "the lead unit is " + leadUnit
                            + " already; ask for a reassignment, or the office to name another one");
        }
        refuseUnlessLeads(analysing);
        causeAnalysis = analysis.causeAnalysis();
        rectificationGoal = analysis.rectificationGoal();
        // Written otherwise it would be another unit to whoever looks for theirs.
        leadUnit = same ? leadUnit : analysis.leadUnit();
        cooperatingUnits = Optional.ofNullable(analysis.cooperatingUnits())
                .<List<String>>map(ArrayList::new)
                .orElse(cooperatingUnits);
        responsiblePerson = analysis.responsiblePerson();
        verifier = isHostsOwn(analysing) ? Level.PROVINCE : verifier;
        become(next);
    }

    /** 开展整改: not before cause, lead unit, responsible person and deadline are known. */
    void rectify(Caller rectifying) {
        IssueStatus next = next(IssueMove.RECTIFY);
        refuseUnlessLeads(rectifying);
        if (causeAnalysis == null || leadUnit == null || responsiblePerson == null || deadline == null) {
            throw Refusal.unprocessable(
                    "causeAnalysis",
                    "请先填写原因分析、牵头单位和责任人",
                    "analyse the cause, name lead unit and responsible person first");
        }
        become(next);
    }

    /** 整改进展, the latest in the place of the one before. */
    void reportProgress(ProgressEntry entry, Instant now) {
        IssueStatus next = next(IssueMove.REPORT_PROGRESS);
        progress = entry.progress();
        progressAt = now;
        become(next);
    }

    /** 上传佐证材料: up to 50 pieces. */
    void addEvidence() {
        IssueStatus next = next(IssueMove.ADD_EVIDENCE);
        if (evidenceCount >= MOST_EVIDENCE) {
            throw Refusal.unprocessable(
                    "evidence",
                    "每个问题最多上传 " + MOST_EVIDENCE + " 份佐证材料",
                    "an issue has at most " + MOST_EVIDENCE + " pieces of evidence");
        }
        evidenceCount++;
        become(next);
    }

    /** 撤回佐证材料: as long as more of it may be added. */
    void withdrawEvidence() {
        if (status != IssueStatus.IN_RECTIFICATION) {
            throw Refusal.illegalTransition(
                    "该问题当前为“" + status.chinese() + "”，不能撤回佐证材料。",
                    "The issue is " + status + ", which does not allow evidence to be withdrawn.",
                    status,
                    IssueMove.published(legalMoves()));
        }
        evidenceCount--;
        become(status);
    }

    /** 延期. */
    void extend(LocalDate later, Level granting) {
        IssueStatus next = next(IssueMove.EXTEND);
        decided(RequestKind.EXTENSION);
        deadline = later;
        deadlineSetBy = granting;
        extensions++;
        become(next);
    }

    /** 转为长期坚持. */
    void makeLongTerm(String goal, LocalDate reviewOn) {
        IssueStatus next = next(IssueMove.MAKE_LONG_TERM);
        decided(RequestKind.LONG_TERM);
        stageGoal = goal;
        stageReviewOn = reviewOn;
        become(next);
    }

    /** 阶段评估, by who verifies or the province. */
    void reviewStage(StageReview review, Caller reviewing) {
        next(IssueMove.REVIEW_STAGE);
        if (reviewing.role() != Role.PROVINCE) {
            refuseUnlessAt(verifierBefore(reviewing), reviewing);
        }
        stageGoal = review.stageGoal();
        stageReviewOn = review.stageReviewOn();
        if (review.outcome() == StageReview.StageOutcome.RESUME) {
            deadline = review.deadline();
            deadlineSetBy = Level.assigning(reviewing.role());
            become(IssueStatus.IN_RECTIFICATION);
        } else {
            become(IssueStatus.LONG_TERM);
        }
    }

    /** 申请销号: with result, lasting mechanism and at least one piece of evidence. */
    void requestCloseOut(CloseOutRequest request, Caller requesting, Instant now) {
        IssueStatus next = next(IssueMove.REQUEST_CLOSE_OUT);
        refuseUnlessLeads(requesting);
        if (evidenceCount == 0) {
            throw Refusal.unprocessable("evidence", "申请销号须至少上传一份佐证材料", "at least one piece of evidence is required");
        }
        result = request.result();
        lastingMechanism = request.lastingMechanism();
        closeOutRequestedAt = now;
        closeOutRequestedBy = requesting.person();
        become(next);
    }

    /** 初审 by the city, where the province verifies. */
    void firstReview(Caller reviewing, Instant now) {
        Level verifying = verifierBefore(reviewing);
        IssueStatus next = next(IssueMove.FIRST_REVIEW, verifying);
        refuseUnlessReviewer(reviewing);
        verifier = verifying;
        firstReviewedAt = now;
        firstReviewedBy = reviewing.person();
        become(next);
    }

    /** @throws Refusal as {@link #close} does */
    IssueStatus refuseUnlessClosable(Caller verifying) {
        Level level = verifierBefore(verifying);
        IssueMove move = level == Level.PROVINCE ? IssueMove.CLOSE_BY_PROVINCE : IssueMove.CLOSE_BY_CITY;
        IssueStatus next = next(move, level);
        refuseUnlessReviewer(verifying);
        return next;
    }

    /** 销号 by who verifies. */
    void close(Caller verifying, Instant now) {
        IssueStatus next = refuseUnlessClosable(verifying);
        closedAt = now;
        closedBy = verifying.person();
        verifiedBy = verifying.name();
        become(next);
    }

    /** 退回整改, counted. */
    void returnToRectification(Caller returning) {
        IssueStatus next = next(IssueMove.RETURN);
        refuseUnlessReviewer(returning);
        returns++;
        forgetCloseOut();
        become(next);
    }

    /** 撤销销号, counted: what was closed is rectified anew until another day. */
    void revokeCloseOut(LocalDate until) {
        IssueStatus next = next(IssueMove.REVOKE_CLOSE_OUT);
        revocations++;
        closedAt = null;
        closedBy = null;
        verifiedBy = null;
        forgetCloseOut();
        deadline = until;
        deadlineSetBy = Level.PROVINCE;
        become(next);
    }

    private void forgetCloseOut() {
        closeOutRequestedAt = null;
        closeOutRequestedBy = null;
        firstReviewedAt = null;
        firstReviewedBy = null;
    }
}
