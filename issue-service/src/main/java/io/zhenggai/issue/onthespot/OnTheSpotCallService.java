package io.zhenggai.issue.onthespot;

import io.zhenggai.issue.evidence.AttachmentService;
import io.zhenggai.issue.evidence.AttachmentService.Taken;
import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.issue.ledger.OnTheSpotService;
import io.zhenggai.issue.ledger.Registration;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The whole call in one transaction: either the issue is there, with its evidence and its close-out requested, or nothing is. */
@ApplicationScoped
class OnTheSpotCallService {

    private final OnTheSpotService issues;
    private final AttachmentService attachments;

    OnTheSpotCallService(OnTheSpotService issues, AttachmentService attachments) {
        this.issues = issues;
        this.attachments = attachments;
    }

    /** @throws Refusal as of {@link AttachmentService#take} and {@link OnTheSpotService#register} */
    @Transactional
    IssueView call(Caller caller, Registration rules, OnTheSpot body) {
        Taken evidence = attachments.take(caller, body.evidence());
        IssueView issue =
                issues.register(caller, rules, body.issue(), body.causeAnalysis(), body.closeOut(), evidence.told());
        attachments.record(caller, issue.idAndVersion().id(), evidence);
        return issue;
    }
}
