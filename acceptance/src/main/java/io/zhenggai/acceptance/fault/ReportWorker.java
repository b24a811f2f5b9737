package io.zhenggai.acceptance.fault;

import io.zhenggai.acceptance.client.Answer;
import java.util.List;
import java.util.Map;

/**
 * Submits the summary report of an office, has it returned, submits it again, and so on: each time the plan service moves the
 * obligation behind it and tells of that by an event of its own.
 */
final class ReportWorker implements Worker {

    private static final String REPORTS = "/api/v1/reports";
    private static final Map<String, Object> CONTENT = Map.of(
            "practices", "加强组织领导，建立定期调度机制。",
            "problems", "台账问题已逐项整改销号。",
            "training", "组织专题培训。",
            "experience", "推行“一站式”联合验收。",
            "nextSteps", "巩固整改成果。",
            "suggestions", List.of());
    private static final Map<String, Object> SUBMISSION = Map.of("documentNumber", "整改办〔2021〕28号", "signatory", "李主任");
    private static final Map<String, Object> RETURN =
            Map.of("reasons", List.of(Map.of("part", "EXPERIENCE", "reason", "典型案例不够具体，请补充")));

    private final Doors reviewer;
    private final Doors office;
    private final Commanded report;
    private boolean submitted;

    /** Drafts the report. */
    ReportWorker(Doors reviewer, Doors office, String campaignId, Deeds deeds) {
        this.reviewer = reviewer;
        this.office = office;
        Answer drafted = office.attempt(
                        client -> client.create(REPORTS, Map.of("campaignId", campaignId, "content", CONTENT)))
                .orElseThrow(() -> new IllegalStateException("the report was not drafted while nothing was down"));
        this.report = new Commanded(REPORTS, drafted, office, deeds);
        deeds.did(report.id());
    }

    @Override
    public void step() {
        moved(
                submitted
                        ? report.give(reviewer, (client, at) -> client.act(at.path() + "/returns", at.tag(), RETURN))
                        : report.give(
                                office, (client, at) -> client.act(at.path() + "/submissions", at.tag(), SUBMISSION)));
    }

    @Override
    public void conclude() {
        moved(report.concluded());
    }

    private void moved(boolean moved) {
        submitted ^= moved;
    }
}
