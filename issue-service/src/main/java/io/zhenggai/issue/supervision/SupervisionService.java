package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.SupervisedIssue;
import io.zhenggai.issue.ledger.SupervisedIssueService;
import io.zhenggai.issue.supervision.SupervisionChanges.Done;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people do with supervisions that are there: revise, sign or dismiss them, reply, and decide on replies. */
@ApplicationScoped
public class SupervisionService {

    private final SupervisionRepository supervisions;
    private final SupervisionTable table;
    private final SupervisionChanges changes;
    private final SupervisedIssueService issues;
    private final SupervisionText text;
    private final SupervisionRules rules;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SupervisionService(
            SupervisionRepository supervisions,
            SupervisionTable table,
            SupervisionChanges changes,
            SupervisedIssueService issues,
            Regions regions,
            WorkingCalendar calendar,
            Clock clock) {
        this.supervisions = supervisions;
        this.table = table;
        this.changes = changes;
        this.issues = issues;
        this.text = new SupervisionText(regions);
        this.rules = new SupervisionRules(calendar);
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    SupervisionView find(Caller caller, UUID id) {
        return SupervisionView.of(
                supervisions.find(caller.scope(), id).orElseThrow(SupervisionService::unknown), caller);
    }

    @Transactional
    Page<SupervisionView> list(Caller caller, SupervisionFilter filter, PageRequest page) {
        return supervisions.list(caller.scope(), filter, page).map(one -> SupervisionView.of(one, caller));
    }

    @Transactional
    SupervisionView revise(Caller caller, UUID id, @Nullable String ifMatch, SupervisionContent content) {
        return byIssuer(
                act(caller),
                id,
                ifMatch,
                SupervisionAction.REVISE,
                one -> one.revise(content.body(), content.replyWithin()));
    }

    /** Three statements more: two to see whether its ground is still there, one for the number. */
    @Transactional
    SupervisionView sign(Caller caller, UUID id, @Nullable String ifMatch) {
        Act act = act(caller);
        LocalDate today = BusinessTime.dateOf(act.at());
        return byIssuer(act, id, ifMatch, SupervisionAction.SIGN, one -> {
            refuseUnlessSigned(caller, one.fields().kind());
            refuseWithoutGround(one, today);
            one.sign(
                    caller,
                    (kind, issuer, year) -> text.number(kind, issuer, year, table.nextNumber(kind, issuer, year)),
                    today,
                    act.at(),
                    calendar);
        });
    }

    private void refuseWithoutGround(Supervision supervision, LocalDate today) {
        Optional<UUID> about = supervision.issueId();
        if (about.isEmpty() || supervision.fields().status() != SupervisionStatus.PROPOSED) {
            return;
        }
        List<Standing> standing = supervisions.standing(List.of(about.get())).getOrDefault(about.get(), List.of());
        Optional<SupervisedIssue> issue = issues.find(RegionScope.province(), List.of(about.get())).stream()
                .findFirst();
        Optional<Standing> self = standing.stream()
                .filter(one -> one.id().equals(supervision.id()))
                .findFirst();
        if (issue.isEmpty() || self.isEmpty() || rules.lapses(self.get(), issue.get(), standing, today)) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "提出的依据已不存在（问题已办结、时限已调整或已升级），不能签发。",
                    "Its ground is gone: the issue is over, the day was moved, or a higher step has been reached.");
        }
    }

    @Transactional
    SupervisionView dismiss(Caller caller, UUID id, @Nullable String ifMatch, DismissalReason reason) {
        Act act = Act.of(caller, now(), reason.reason());
        return byIssuer(
                act, id, ifMatch, SupervisionAction.DISMISS, one -> one.dismiss(caller, reason.reason(), act.at()));
    }

    @Transactional
    SupervisionView reply(Caller caller, UUID id, @Nullable String ifMatch, SupervisionReply reply) {
        Act act = act(caller);
        Supervision supervision = lock(caller, id, ifMatch);
        return change(act, supervision, SupervisionAction.REPLY, one -> one.reply(caller, reply.reply(), act.at()));
    }

    @Transactional
    SupervisionView acceptReply(Caller caller, UUID id, @Nullable String ifMatch, ReplyDecision decision) {
        Act act = Act.of(caller, now(), decision.opinion());
        return byIssuer(
                act,
                id,
                ifMatch,
                SupervisionAction.ACCEPT_REPLY,
                one -> one.acceptReply(caller, decision.ordinal(), decision.opinion(), act.at()));
    }

    @Transactional
    SupervisionView returnReply(Caller caller, UUID id, @Nullable String ifMatch, ReplyDecision decision) {
        Act act = Act.of(caller, now(), decision.opinion());
        LocalDate today = BusinessTime.dateOf(act.at());
        return byIssuer(
                act,
                id,
                ifMatch,
                SupervisionAction.RETURN_REPLY,
                one -> one.returnReply(caller, decision.ordinal(), decision.opinion(), today, act.at(), calendar));
    }

    /** Eight statements. */
    private SupervisionView byIssuer(
            Act act, UUID id, @Nullable String ifMatch, SupervisionAction action, Consumer<Supervision> intent) {
        Supervision supervision = lock(act.by(), id, ifMatch);
        if (!issuerOf(act.by()).equals(supervision.fields().issuer())) {
            throw new Refusal(ProblemType.FORBIDDEN, "由签发单位办理。", "This is for who issues it to do.");
        }
        return change(act, supervision, action, intent);
    }

    private SupervisionView change(
            Act act, Supervision supervision, SupervisionAction action, Consumer<Supervision> intent) {
        SupervisionFields before = supervision.fields();
        intent.accept(supervision);
        changes.store(act, List.of(new Done(supervision, action, before)));
        return SupervisionView.of(supervision, act.by());
    }

    private Supervision lock(Caller caller, UUID id, @Nullable String ifMatch) {
        Supervision supervision = supervisions.lock(caller.scope(), id).orElseThrow(SupervisionService::unknown);
        EntityTags.requireMatch(ifMatch, supervision.version());
        return supervision;
    }

    /** @return for whom somebody issues: the province, or their city's office */
    static String issuerOf(Caller caller) {
        return caller.role() == Role.PROVINCE ? RegionScope.PROVINCE_CODE : caller.region();
    }

    /** @throws Refusal 403 for a kind that is the province's */
    static void refuseUnlessSigned(Caller caller, SupervisionKind kind) {
        if (caller.role() != Role.PROVINCE && !kind.isOfOffices()) {
            throw new Refusal(
                    ProblemType.FORBIDDEN, kind.chinese() + "由省工改办签发。", "This kind is for the province to issue.");
        }
    }

    private Act act(Caller caller) {
        return Act.of(caller, now());
    }

    /** As the columns keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal unknown() {
        return Refusal.notFound("督办文书", "supervision");
    }
}
