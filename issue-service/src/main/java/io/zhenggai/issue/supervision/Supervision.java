package io.zhenggai.issue.supervision;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One step of the ladder. Intent methods guard its life; what they refuse changes nothing. Each change takes it to its next version; its
 * events count from 1, so that each has the version behind.
 */
final class Supervision {

    /** What stands in the place of a name where a rule has proposed. */
    static final String BY_RULE = "系统自动提出";

    /** Until when a reply that was returned is given anew, in working days. */
    private static final int AGAIN_WITHIN = 3;

    private final @Nullable UUID issueId;
    private final @Nullable String basis;
    private final List<Addressee> addressees;
    private SupervisionFields fields;
    private long version;

    /**
     * @param issueId with basis of what was proposed by rule
     * @param version of what is stored; 0 of a new one
     */
    Supervision(SupervisionFields fields, @Nullable UUID issueId, @Nullable String basis, long version) {
        this.fields = fields;
        this.issueId = issueId;
        this.basis = basis;
        this.addressees = new ArrayList<>(fields.addressees());
        this.version = version;
    }

    /** @return the same with what belongs to it */
    Supervision with(List<IssueUnderSupervision> issues, List<Addressee> to) {
        SupervisionFields bare = fields;
        SupervisionFields whole = new SupervisionFields(
                bare.id(),
                bare.kind(),
                bare.status(),
                bare.issuer(),
                bare.cause(),
                bare.since(),
                bare.proposedAt(),
                bare.proposedBy(),
                bare.body(),
                bare.replyWithin(),
                bare.number(),
                bare.signedAt(),
                bare.signedBy(),
                bare.replyBy(),
                bare.droppedAt(),
                bare.droppedBy(),
                bare.reason(),
                bare.combinedInto(),
                issues,
                to);
        return new Supervision(whole, issueId, basis, version);
    }

    void revise(String body, int replyWithin) {
        require(SupervisionMove.REVISE);
        change(fields.status(), body, replyWithin, Optional.empty(), Optional.empty());
    }

    /**
     * 签发.
     *
     * @param number gives the next one; asked once nothing stands against it
     * @throws Refusal 403 about the signatory's own unit
     */
    void sign(Caller signing, Numbers number, LocalDate today, Instant now, WorkingCalendar calendar) {
        require(SupervisionMove.SIGN);
        if (addressees.stream().anyMatch(one -> one.isUnitOf(signing))) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    "不得签发主送本单位的" + fields.kind().chinese() + "。",
                    "Nobody signs about their own unit.");
        }
        LocalDate replyBy = calendar.plusWorkingDays(today, fields.replyWithin());
        addressees.replaceAll(one -> one.owing(replyBy));
        Signature signature = new Signature(
                number.next(fields.kind(), fields.issuer(), today.getYear()), now, signing.name(), replyBy);
        change(
                SupervisionStatus.SIGNED,
                SupervisionText.signed(fields.body(), replyBy),
                fields.replyWithin(),
                Optional.of(signature),
                Optional.empty());
    }

    /** Gives out numbers. */
    interface Numbers {
        String next(SupervisionKind kind, String issuer, int year);
    }

    private record Signature(String number, Instant at, String by, LocalDate replyBy) {}

    private record Drop(Instant at, String by, String reason, Optional<UUID> into) {}

    /** 不予采纳. */
    void dismiss(Caller dismissing, String reason, Instant now) {
        require(SupervisionMove.DISMISS);
        drop(SupervisionStatus.DISMISSED, new Drop(now, dismissing.name(), reason, Optional.empty()));
    }

    /** Its ground is gone. */
    void lapse(Instant now) {
        drop(SupervisionStatus.LAPSED, new Drop(now, BY_RULE, "提出的依据已不存在", Optional.empty()));
    }

    /** It has become part of another one. */
    void combineInto(UUID other, Caller combining, Instant now) {
        require(SupervisionMove.DISMISS);
        drop(SupervisionStatus.LAPSED, new Drop(now, combining.name(), "并入另一件统一办理", Optional.of(other)));
    }

    private void drop(SupervisionStatus status, Drop drop) {
        change(status, fields.body(), fields.replyWithin(), Optional.empty(), Optional.of(drop));
    }

    /** 回复, by who is addressed. */
    void reply(Caller replying, String text, Instant now) {
        require(SupervisionMove.REPLY);
        Addressee addressee = addressees.stream()
                .filter(one -> one.isAnsweredBy(replying))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemType.FORBIDDEN, "由主送单位回复。", "Who is addressed replies."));
        if (!addressee.status().isOwed()) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该回复当前为“" + addressee.status().chinese() + "”，不能再次回复。",
                    "The reply is " + addressee.status() + "; none is owed.");
        }
        replace(addressee.ordinal(), one -> one.replied(text, replying, now), fields.status());
    }

    /** 回复通过; with the last one the supervision is settled. */
    void acceptReply(Caller accepting, int ordinal, @Nullable String opinion, Instant now) {
        requireReplied(SupervisionMove.ACCEPT_REPLY, accepting, ordinal);
        boolean last = addressees.stream()
                .filter(one -> one.ordinal() != ordinal)
                .allMatch(one -> one.status() == ReplyStatus.ACCEPTED);
        replace(
                ordinal,
                one -> one.accepted(opinion, accepting, now),
                last ? SupervisionStatus.ACCEPTED : SupervisionStatus.SIGNED);
    }

    /** 退回重报, within three working days. */
    void returnReply(
            Caller returning, int ordinal, String opinion, LocalDate today, Instant now, WorkingCalendar calendar) {
        requireReplied(SupervisionMove.RETURN_REPLY, returning, ordinal);
        LocalDate until = calendar.plusWorkingDays(today, AGAIN_WITHIN);
        replace(ordinal, one -> one.returned(opinion, until, returning, now), SupervisionStatus.SIGNED);
    }

    private void requireReplied(SupervisionMove move, Caller acting, int ordinal) {
        require(move);
        Addressee addressee = addressees.stream()
                .filter(one -> one.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable("addressee", "没有这一主送单位", "no such addressee"));
        if (addressee.status() != ReplyStatus.REPLIED) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该回复当前为“" + addressee.status().chinese() + "”，不能" + move.chinese() + "。",
                    "The reply is " + addressee.status() + ", which does not allow " + move + ".");
        }
        if (acting.person().equals(addressee.repliedByPerson())) {
            throw new Refusal(ProblemType.FORBIDDEN, "不得审核本人提交的回复。", "Nobody reviews their own reply.");
        }
    }

    private void replace(int ordinal, UnaryOperator<Addressee> with, SupervisionStatus status) {
        addressees.replaceAll(one -> one.ordinal() == ordinal ? with.apply(one) : one);
        change(status, fields.body(), fields.replyWithin(), Optional.empty(), Optional.empty());
    }

    private void require(SupervisionMove move) {
        SupervisionStatus status = fields.status();
        if (!move.isLegal(status)) {
            throw Refusal.illegalTransition(
                    "该" + fields.kind().chinese() + "当前为“" + status.chinese() + "”，不能" + move.chinese() + "。",
                    "It is " + status + ", which does not allow " + move + ".",
                    status,
                    SupervisionMove.legal(status));
        }
    }

    private void change(
            SupervisionStatus status,
            String body,
            int replyWithin,
            Optional<Signature> signature,
            Optional<Drop> drop) {
        SupervisionFields was = fields;
        fields = new SupervisionFields(
                was.id(),
                was.kind(),
                status,
                was.issuer(),
                was.cause(),
                was.since(),
                was.proposedAt(),
                was.proposedBy(),
                body,
                replyWithin,
                signature.map(Signature::number).orElse(was.number()),
                signature.map(Signature::at).orElse(was.signedAt()),
                signature.map(Signature::by).orElse(was.signedBy()),
                signature.map(Signature::replyBy).orElse(was.replyBy()),
                drop.map(Drop::at).orElse(was.droppedAt()),
                drop.map(Drop::by).orElse(was.droppedBy()),
                drop.map(Drop::reason).orElse(was.reason()),
                drop.flatMap(Drop::into).orElse(was.combinedInto()),
                was.issues(),
                addressees);
        version++;
    }

    SupervisionFields fields() {
        return fields;
    }

    UUID id() {
        return fields.id();
    }

    Optional<UUID> issueId() {
        return Optional.ofNullable(issueId);
    }

    Optional<String> basis() {
        return Optional.ofNullable(basis);
    }

    long version() {
        return version;
    }

    long eventVersion() {
        return version + 1;
    }
}
