package io.zhenggai.client;

import static io.zhenggai.client.Answers.assertRefused;
import static io.zhenggai.client.Answers.etag;
import static io.zhenggai.client.Answers.eventually;

import io.zhenggai.client.api.ObligationsApi;
import io.zhenggai.client.api.PlansApi;
import io.zhenggai.client.api.ReportsApi;
import io.zhenggai.client.api.TrainingSessionsApi;
import io.zhenggai.client.model.CampaignView;
import io.zhenggai.client.model.Goal;
import io.zhenggai.client.model.Measure;
import io.zhenggai.client.model.NewPlan;
import io.zhenggai.client.model.NewReport;
import io.zhenggai.client.model.NewTrainingSession;
import io.zhenggai.client.model.PlanAcceptance;
import io.zhenggai.client.model.PlanContent;
import io.zhenggai.client.model.PlanReturn;
import io.zhenggai.client.model.PlanReturnReason;
import io.zhenggai.client.model.PlanSubmission;
import io.zhenggai.client.model.PlanView;
import io.zhenggai.client.model.ReportAcceptance;
import io.zhenggai.client.model.ReportContent;
import io.zhenggai.client.model.ReportPart;
import io.zhenggai.client.model.ReportReturn;
import io.zhenggai.client.model.ReportReturnReason;
import io.zhenggai.client.model.ReportSubmission;
import io.zhenggai.client.model.ReportSuggestion;
import io.zhenggai.client.model.ReportView;
import io.zhenggai.client.model.Task;
import io.zhenggai.client.model.TrainingKind;
import java.util.List;
import java.util.UUID;

/** Every operation on plans, training, obligations and summary reports. */
final class FilingCalls {

    private static final String NUMBER = "宛工改办〔2021〕15号";
    private static final String SIGNATORY = "李主任";

    private final ApiClient province;
    private final ApiClient office;
    private final CampaignView campaign;

    FilingCalls(Accounts accounts, String city, CampaignView campaign) {
        this.province = accounts.as("province:2");
        this.office = accounts.as("office:" + city);
        this.campaign = campaign;
    }

    /** @param issue the ledger number of the one that the plan answers */
    void make(String issue) throws ApiException {
        plan(issue);
        training();
        report();
    }

    private void plan(String issue) throws ApiException {
        PlansApi plans = new PlansApi(office);
        PlansApi review = new PlansApi(province);
        PlanContent content = planContent(issue);
        NewPlan draft = new NewPlan().campaignId(campaign.getId()).content(content);
        ApiResponse<PlanView> plan = eventually(() -> plans.draftPlan(draft).executeWithHttpInfo());
        assertRefused(409, () -> plans.draftPlan(draft).execute());
        UUID id = plan.getData().getId();
        PlanSubmission submission = new PlanSubmission().documentNumber(NUMBER).signatory(SIGNATORY);
        plan = plans.revisePlan(id, etag(plan), content).executeWithHttpInfo();
        plan = plans.submitPlan(id, etag(plan), submission).executeWithHttpInfo();
        PlanReturn reasons = new PlanReturn()
                .addReasonsItem(
                        new PlanReturnReason().section("goals[0].tasks[0]").reason("措施不够具体，请细化时限和责任"));
        plan = review.returnPlan(id, etag(plan), reasons).executeWithHttpInfo();
        plan = plans.submitPlan(id, etag(plan), submission).executeWithHttpInfo();
        review.acceptPlan(id, etag(plan), new PlanAcceptance().opinion("同意")).execute();

        plans.listPlans().campaignId(campaign.getId()).execute();
        plans.readPlan(id).execute();
        plans.readPlanHistory(id).execute();
        plans.readPlanSubmission(id, 1).execute();
    }

    private void training() throws ApiException {
        TrainingSessionsApi sessions = new TrainingSessionsApi(office);
        UUID id = sessions.recordTrainingSession(new NewTrainingSession()
                        .campaignId(campaign.getId())
                        .kind(TrainingKind.SPECIAL_TRAINING)
                        .heldOn(campaign.getStart())
                        .title("办理建筑许可专题培训")
                        .units(List.of("住建局", "自然资源和规划局"))
                        .participants(85))
                .execute()
                .getId();
        sessions.listTrainingSessions().campaignId(campaign.getId()).execute();
        sessions.readTrainingSession(id).execute();

        ObligationsApi obligations = new ObligationsApi(office);
        UUID owed = obligations
                .listObligations()
                .campaignId(campaign.getId())
                .execute()
                .getItems()
                .get(0)
                .getId();
        obligations.readObligation(owed).execute();
    }

    private void report() throws ApiException {
        ReportsApi reports = new ReportsApi(office);
        ReportsApi review = new ReportsApi(province);
        ReportContent content = reportContent();
        NewReport draft = new NewReport().campaignId(campaign.getId()).content(content);
        ApiResponse<ReportView> report =
                eventually(() -> reports.draftReport(draft).executeWithHttpInfo());
        UUID id = report.getData().getId();
        ReportSubmission submission =
                new ReportSubmission().documentNumber(NUMBER).signatory(SIGNATORY);
        report = reports.reviseReport(id, etag(report), content).executeWithHttpInfo();
        report = reports.submitReport(id, etag(report), submission).executeWithHttpInfo();
        ReportReturn reasons = new ReportReturn()
                .addReasonsItem(
                        new ReportReturnReason().part(ReportPart.EXPERIENCE).reason("典型案例不够具体，请补充"));
        report = review.returnReport(id, etag(report), reasons).executeWithHttpInfo();
        report = reports.submitReport(id, etag(report), submission).executeWithHttpInfo();
        review.acceptReport(id, etag(report), new ReportAcceptance().opinion("同意"))
                .execute();

        reports.listReports().campaignId(campaign.getId()).execute();
        reports.readReport(id).execute();
        reports.readReportHistory(id).execute();
        reports.listReportSubmissions(id).execute();
    }

    private PlanContent planContent(String issue) {
        Measure measure = new Measure()
                .text("推行联合审图")
                .deadline(campaign.getEnd())
                .leadUnit("住建局")
                .cooperatingUnits(List.of("自然资源和规划局"))
                .responsiblePerson("张建设")
                .issues(List.of(issue));
        Task task = new Task().text("优化施工许可办理流程").addMeasuresItem(measure);
        return new PlanContent()
                .addGoalsItem(new Goal().text("办理建筑许可环节、时间、成本持续压减").addTasksItem(task));
    }

    private static ReportContent reportContent() {
        return new ReportContent()
                .practices("加强组织领导，建立定期调度机制。")
                .problems("台账问题已逐项整改销号。")
                .training("组织专题培训，覆盖市直有关单位和县（市、区）。")
                .experience("推行“一站式”联合验收，形成可复制推广的经验。")
                .nextSteps("巩固整改成果，持续优化办理建筑许可营商环境。")
                .addSuggestionsItem(new ReportSuggestion().text("建议加大省级层面数据共享力度"));
    }
}
