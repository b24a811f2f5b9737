package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.Level;
import io.zhenggai.issue.ledger.SupervisedIssue;
import io.zhenggai.issue.ledger.SupervisedIssueService;
import io.zhenggai.issue.supervision.SupervisionChanges.Done;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Drafts supervisions by hand, about issues and about what was proposed. */
@ApplicationScoped
class SupervisionDraftService {

    private final SupervisionRepository supervisions;
    private final SupervisionChanges changes;
    private final SupervisedIssueService issues;
    private final SupervisionText text;
    private final Ids ids;
    private final Clock clock;

    SupervisionDraftService(
            SupervisionRepository supervisions,
            SupervisionChanges changes,
            SupervisedIssueService issues,
            Regions regions,
            Ids ids,
            Clock clock) {
        this.supervisions = supervisions;
        this.changes = changes;
        this.issues = issues;
        this.text = new SupervisionText(regions);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Drafts one by hand. Five statements, one more for each issue, and two more for each proposal that becomes part of it.
     *
     * @throws Refusal 403 for a kind that is the province's; 422 naming what is not there, or what the caller may not supervise
     */
    @Transactional
    SupervisionView draft(Caller caller, NewSupervision wanted) {
        SupervisionService.refuseUnlessSigned(caller, wanted.kind());
        Act act = Act.of(caller, clock.instant().truncatedTo(ChronoUnit.MICROS));
        String issuer = SupervisionService.issuerOf(caller);
        List<Supervision> proposals = proposals(caller, issuer, wanted);
        List<SupervisedIssue> about = about(caller, wanted, proposals);
        List<Addressee> addressees = addressees(caller, wanted.kind(), about);
        UUID id = ids.next();
        SupervisionFields fields = new SupervisionFields(
                id,
                wanted.kind(),
                SupervisionStatus.PROPOSED,
                issuer,
                null,
                null,
                act.at(),
                caller.name(),
                Optional.ofNullable(wanted.body())
                        .orElseGet(() -> text.draft(wanted.kind(), null, null, about, route(caller, about.get(0)))),
                Optional.ofNullable(wanted.replyWithin()).orElse(ProposalService.REPLY_WITHIN),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                about.stream()
                        .map(one -> new IssueUnderSupervision(one.id(), one.ledgerNumber(), one.city(), one.region()))
                        .toList(),
                addressees);
        Supervision drafted = new Supervision(fields, null, null, 0);
        List<Done> all = new ArrayList<>();
        all.add(new Done(drafted, SupervisionAction.DRAFT, null));
        for (Supervision proposal : proposals) {
            SupervisionFields before = proposal.fields();
            proposal.combineInto(id, caller, act.at());
            all.add(new Done(proposal, SupervisionAction.LAPSE, before));
        }
        changes.store(act, all);
        return SupervisionView.of(drafted, caller);
    }

    private List<Supervision> proposals(Caller caller, String issuer, NewSupervision wanted) {
        List<UUID> asked = Optional.ofNullable(wanted.proposals()).orElse(List.of());
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Supervision> found = supervisions.lock(caller.scope(), asked).stream()
                .filter(one -> one.fields().issuer().equals(issuer))
                .toList();
        List<UUID> known = found.stream().map(Supervision::id).toList();
        List<Violation> broken = IntStream.range(0, asked.size())
                .filter(i -> !known.contains(asked.get(i)))
                .mapToObj(i -> Violation.of("proposals[" + i + "]", "没有这一待签发件", "no such proposal"))
                .toList();
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        return found;
    }

    private List<SupervisedIssue> about(Caller caller, NewSupervision wanted, List<Supervision> proposals) {
        Map<UUID, SupervisedIssue> about = new LinkedHashMap<>();
        issues.named(caller, Optional.ofNullable(wanted.issues()).orElse(List.of()))
                .forEach(one -> about.put(one.id(), one));
        Set<UUID> proposed = new LinkedHashSet<>();
        proposals.forEach(proposal -> proposal.fields().issues().forEach(issue -> proposed.add(issue.id())));
        if (!proposed.isEmpty()) {
            issues.find(caller.scope(), proposed).forEach(one -> about.putIfAbsent(one.id(), one));
        }
        if (about.isEmpty()) {
            throw Refusal.unprocessable("issues", "请至少选择一个问题或待签发件", "at least one issue or proposal is needed");
        }
        return List.copyOf(about.values());
    }

    /** An office supervises what it has assigned and handed on; only a circular goes to several at once. */
    private List<Addressee> addressees(Caller caller, SupervisionKind kind, List<SupervisedIssue> about) {
        if (caller.role() == Role.OFFICE) {
            about.stream()
                    .filter(issue -> issue.assignedBy() != Level.CITY || !Route.isHandedDown(issue))
                    .findFirst()
                    .ifPresent(issue -> {
                        throw Refusal.unprocessable(
                                "issues",
                                "问题" + issue.ledgerNumber() + "不是由本市工改办交办给县（市、区）、开发区或部门的，不能由本市督办",
                                "the office has not assigned " + issue.ledgerNumber() + " to somebody else");
                    });
        }
        List<Route> routes =
                about.stream().map(issue -> route(caller, issue)).distinct().toList();
        if (routes.size() > 1 && kind != SupervisionKind.CIRCULAR) {
            throw Refusal.unprocessable(
                    "issues",
                    "除通报外，每件只能主送一个单位，请分别起草",
                    "only a circular goes to several addressees; draft them one by one");
        }
        return IntStream.range(0, routes.size())
                .mapToObj(i -> Addressee.of(i + 1, routes.get(i)))
                .toList();
    }

    private static Route route(Caller caller, SupervisedIssue issue) {
        return caller.role() == Role.PROVINCE ? Route.byProvince(issue) : Route.byOffice(issue);
    }
}
