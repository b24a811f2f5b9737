package io.zhenggai.issue.paper;

import io.zhenggai.issue.evidence.EvidenceService;
import io.zhenggai.issue.ledger.IssueDossierService;
import io.zhenggai.issue.ledger.IssueFields;
import io.zhenggai.issue.ledger.IssueLife;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Fills in 销号申请表. */
@ApplicationScoped
public class CloseOutFormService {

    private final IssueDossierService dossiers;
    private final EvidenceService evidence;
    private final Regions regions;

    CloseOutFormService(IssueDossierService dossiers, EvidenceService evidence, Regions regions) {
        this.dossiers = dossiers;
        this.evidence = evidence;
        this.regions = regions;
    }

    /**
     * Six statements.
     *
     * @throws Refusal 404 when the issue is not there for this caller, 409 when no close-out of it stands requested
     */
    @Transactional
    PaperFile form(Caller caller, String reference) {
        IssueLife life = dossiers.life(caller, reference);
        IssueFields issue = life.line().issue();
        if (!CloseOutForm.isThereFor(issue)) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该问题尚未申请销号，或申请已被退回、撤销，没有销号申请表。",
                    "No close-out of it stands requested; there is no form.");
        }
        String region = RegionTitles.full(regions, issue.region());
        CloseOutForm form = new CloseOutForm(life, region, evidence.list(caller, reference));
        return new PaperFile("销号申请表-" + issue.ledgerNumber() + ".docx", form.bytes());
    }
}
