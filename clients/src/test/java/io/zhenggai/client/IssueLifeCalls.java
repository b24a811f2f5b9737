package io.zhenggai.client;

import static io.zhenggai.client.Answers.etag;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.client.api.IssuesApi;
import io.zhenggai.client.model.Allotment;
import io.zhenggai.client.model.Assignment;
import io.zhenggai.client.model.AssignmentBatch;
import io.zhenggai.client.model.BatchAssignment;
import io.zhenggai.client.model.BatchResult;
import io.zhenggai.client.model.BatchVerification;
import io.zhenggai.client.model.CallBack;
import io.zhenggai.client.model.CallBackResult;
import io.zhenggai.client.model.CampaignView;
import io.zhenggai.client.model.CarryOver;
import io.zhenggai.client.model.CloseOut;
import io.zhenggai.client.model.CloseOutDecision;
import io.zhenggai.client.model.CloseOutFinding;
import io.zhenggai.client.model.Complainant;
import io.zhenggai.client.model.DuplicateQuestion;
import io.zhenggai.client.model.ExtensionRequest;
import io.zhenggai.client.model.IssueChangePage;
import io.zhenggai.client.model.IssueCorrection;
import io.zhenggai.client.model.IssueRequest;
import io.zhenggai.client.model.IssueSource;
import io.zhenggai.client.model.IssueView;
import io.zhenggai.client.model.LongTermRequest;
import io.zhenggai.client.model.Merge;
import io.zhenggai.client.model.Opinion;
import io.zhenggai.client.model.ProgressEntry;
import io.zhenggai.client.model.Reason;
import io.zhenggai.client.model.ReassignmentRequest;
import io.zhenggai.client.model.Revocation;
import io.zhenggai.client.model.Severity;
import io.zhenggai.client.model.SourceItem;
import io.zhenggai.client.model.SourceItemAnswer;
import io.zhenggai.client.model.Split;
import io.zhenggai.client.model.StageOutcome;
import io.zhenggai.client.model.StageReview;
import io.zhenggai.client.model.VerificationBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Every operation on issues that does not lie on the straight way from the register to the close-out. */
final class IssueLifeCalls {

    private static final Opinion OPINION = new Opinion().opinion("整改到位，同意");
    private static final Reason REASON = new Reason().reason("经核实");
    private static final Allotment ALLOTMENT = new Allotment().leadUnit("住建局").cooperatingUnits(List.of());

    private final IssuesApi province;
    private final IssuesApi reviewerOfProvince;
    private final IssuesApi office;
    private final IssuesApi reviewerOfOffice;
    private final IssuesApi lead;
    private final IssuesApi statistics;
    private final CampaignView campaign;
    private final LedgerCalls ledger;

    IssueLifeCalls(Accounts accounts, String city, CampaignView campaign, LedgerCalls ledger) {
        this.province = new IssuesApi(accounts.as("province"));
        this.reviewerOfProvince = new IssuesApi(accounts.as("province:2"));
        this.office = new IssuesApi(accounts.as("office:" + city));
        this.reviewerOfOffice = new IssuesApi(accounts.as("office:" + city + ":2"));
        this.lead = new IssuesApi(accounts.as("department:" + city + ":住建局"));
        this.statistics = new IssuesApi(accounts.as("system:statistics"));
        this.campaign = campaign;
        this.ledger = ledger;
    }

    void make(Path directory, UUID ended) throws ApiException, IOException {
        ApiResponse<IssueView> issue = extend(handDown());
        makeLongTerm(close(directory, issue));
        complain();
        mergeAndSplit();
        batches(directory);
        carryOver(ended);
        IssueChangePage changes = statistics.listIssueChanges().limit(5).execute();
        assertThat(changes.getItems()).hasSize(5);
        statistics.listIssueChanges().cursor(changes.getNext()).execute();
    }

    private ApiResponse<IssueView> handDown() throws ApiException {
        ApiResponse<IssueView> issue = registered();
        String number = issue.getData().getLedgerNumber();
        issue = office.correctIssue(
                        number,
                        etag(issue),
                        new IssueCorrection().severity(Severity.GENERAL).reason("录入有误"))
                .executeWithHttpInfo();
        issue = province.assignIssue(
                        number,
                        etag(issue),
                        new Assignment().deadline(campaign.getEnd().minusDays(20)))
                .executeWithHttpInfo();
        issue = office.acknowledgeIssue(number, etag(issue)).executeWithHttpInfo();
        issue = office.allotIssue(number, etag(issue), ALLOTMENT).executeWithHttpInfo();
        issue = lead.requestIssueReassignment(
                        number,
                        etag(issue),
                        new ReassignmentRequest().suggestedUnit("政务服务局").reason("不属于本单位职责"))
                .executeWithHttpInfo();
        issue = office.refuseIssueRequest(number, last(number), etag(issue), OPINION)
                .executeWithHttpInfo();
        issue = lead.acknowledgeIssue(number, etag(issue)).executeWithHttpInfo();
        issue = lead.analyseIssueCause(number, etag(issue), LedgerCalls.causeAnalysis())
                .executeWithHttpInfo();
        issue = lead.rectifyIssue(number, etag(issue)).executeWithHttpInfo();
        return lead.reportIssueProgress(number, etag(issue), new ProgressEntry().progress("已完成流程梳理"))
                .executeWithHttpInfo();
    }

    private ApiResponse<IssueView> extend(ApiResponse<IssueView> handedDown) throws ApiException {
        String number = handedDown.getData().getLedgerNumber();
        ExtensionRequest extension =
                new ExtensionRequest().deadline(campaign.getEnd()).reason("系统改造周期较长");
        ApiResponse<IssueView> issue =
                lead.requestIssueExtension(number, etag(handedDown), extension).executeWithHttpInfo();
        issue = lead.withdrawIssueRequest(number, last(number), etag(issue)).executeWithHttpInfo();
        issue = lead.requestIssueExtension(number, etag(issue), extension).executeWithHttpInfo();
        issue = province.grantIssueRequest(number, last(number), etag(issue), OPINION)
                .executeWithHttpInfo();
        assertThat(issue.getData().getExtensions()).isEqualTo(1);
        return issue;
    }

    private ApiResponse<IssueView> close(Path directory, ApiResponse<IssueView> extended)
            throws ApiException, IOException {
        String number = extended.getData().getLedgerNumber();
        String proven = etag(ledger.prove(directory, number, etag(extended)));
        ApiResponse<IssueView> issue = lead.requestIssueCloseOut(number, proven, LedgerCalls.closeOutRequest())
                .executeWithHttpInfo();
        issue = office.firstReviewIssue(number, etag(issue), OPINION).executeWithHttpInfo();
        return reviewerOfProvince
                .closeIssue(number, etag(issue), new CloseOut().opinion("整改到位，同意"))
                .executeWithHttpInfo();
    }

    private void makeLongTerm(ApiResponse<IssueView> closed) throws ApiException {
        String number = closed.getData().getLedgerNumber();
        Revocation revocation = new Revocation()
                .finding(CloseOutFinding.INCOMPLETE)
                .reason("现场核查未到位")
                .deadline(campaign.getEnd());
        ApiResponse<IssueView> issue =
                province.revokeIssueCloseOut(number, etag(closed), revocation).executeWithHttpInfo();
        LongTermRequest request = new LongTermRequest()
                .stageGoal("半数事项并联办理")
                .stageReviewOn(campaign.getEnd())
                .reason("需省级系统改造");
        issue = lead.requestIssueLongTerm(number, etag(issue), request).executeWithHttpInfo();
        issue = province.grantIssueRequest(number, last(number), etag(issue), OPINION)
                .executeWithHttpInfo();
        StageReview review = new StageReview()
                .outcome(StageOutcome.CONTINUE)
                .opinion("进展正常")
                .stageGoal("全部并联办理")
                .stageReviewOn(campaign.getEnd());
        province.reviewIssueStage(number, etag(issue), review).execute();
    }

    private void complain() throws ApiException {
        SourceItem complaint = complaint()
                .answerOwedTo("投诉人")
                .answerDueOn(campaign.getEnd())
                .complainant(new Complainant().name("李建国").contact("13800138000"));
        String number = province.registerIssue(ledger.newIssue().sourceItem(complaint))
                .execute()
                .getLedgerNumber();
        ApiResponse<IssueView> issue = office.readIssue(number).executeWithHttpInfo();
        UUID item = issue.getData().getSourceItems().get(0).getId();
        issue = office.addIssueSourceItem(number, etag(issue), complaint()).executeWithHttpInfo();
        issue = office.answerIssueSourceItem(number, item, etag(issue), new SourceItemAnswer().answer("已约定联合验收时间"))
                .executeWithHttpInfo();
        issue = province.assignIssue(number, etag(issue), new Assignment().deadline(campaign.getEnd()))
                .executeWithHttpInfo();
        issue = office.acknowledgeIssue(number, etag(issue)).executeWithHttpInfo();
        issue = office.analyseIssueCause(number, etag(issue), LedgerCalls.causeAnalysis())
                .executeWithHttpInfo();
        issue = office.rectifyIssue(number, etag(issue)).executeWithHttpInfo();
        office.callIssueComplainantBack(number, item, etag(issue), new CallBack().result(CallBackResult.SATISFIED))
                .execute();
        ApiResponse<IssueView> rejected = registered();
        province.rejectIssue(rejected.getData().getLedgerNumber(), etag(rejected), REASON)
                .execute();
    }

    private static SourceItem complaint() {
        return new SourceItem()
                .source(IssueSource.MINI_PROGRAM)
                .documentNumber(UUID.randomUUID().toString());
    }

    private void mergeAndSplit() throws ApiException {
        ApiResponse<IssueView> staying = registered();
        DuplicateQuestion question = new DuplicateQuestion()
                .campaignId(campaign.getId())
                .region(staying.getData().getRegion())
                .description(staying.getData().getDescription());
        assertThat(office.findIssueDuplicates(question).execute().getItems()).isNotEmpty();
        ApiResponse<IssueView> going = registered();
        String number = going.getData().getLedgerNumber();
        going = office.mergeIssue(
                        number,
                        etag(going),
                        new Merge().into(staying.getData().getLedgerNumber()).reason("反映的是同一问题"))
                .executeWithHttpInfo();
        office.unmergeIssue(number, etag(going), REASON).execute();
        assertThat(province.splitIssue(number, "*", new Split().regions(List.of("411400")))
                        .execute()
                        .getCreated())
                .hasSize(1);
    }

    private void batches(Path directory) throws ApiException, IOException {
        String number = registered().getData().getLedgerNumber();
        BatchAssignment assignment =
                new BatchAssignment().reference(number).version(0L).deadline(campaign.getEnd());
        BatchAssignment late =
                new BatchAssignment().reference(number).version(0L).deadline(campaign.getEnd());
        BatchResult assigned = province.assignIssues(new AssignmentBatch().items(List.of(assignment, late)))
                .execute();
        assertThat(assigned.getDone()).isEqualTo(1);
        assertThat(assigned.getItems().get(1).getProblem().getStatus()).isEqualTo(409);
        office.acknowledgeIssue(number, "*").execute();
        office.analyseIssueCause(number, "*", LedgerCalls.causeAnalysis()).execute();
        ApiResponse<IssueView> issue = office.rectifyIssue(number, "*").executeWithHttpInfo();
        ledger.prove(directory, number, etag(issue));
        IssueView requested = office.requestIssueCloseOut(number, "*", LedgerCalls.closeOutRequest())
                .execute();
        BatchVerification verification = new BatchVerification()
                .reference(number)
                .version(requested.getVersion())
                .decision(CloseOutDecision.FIRST_REVIEW)
                .opinion("初审通过");
        assertThat(reviewerOfOffice
                        .verifyIssues(new VerificationBatch().items(List.of(verification)))
                        .execute()
                        .getDone())
                .isEqualTo(1);
    }

    private void carryOver(UUID ended) throws ApiException {
        String number = province.listIssues()
                .campaignId(List.of(ended))
                .limit(1)
                .execute()
                .getItems()
                .get(0)
                .getLedgerNumber();
        IssueView carriedOver = province.carryIssueOver(number, "*", new CarryOver().campaignId(campaign.getId()))
                .execute();
        assertThat(carriedOver.getCarriedOverFrom()).isEqualTo(ended);
    }

    private ApiResponse<IssueView> registered() throws ApiException {
        return province.registerIssue(ledger.newIssue()).executeWithHttpInfo();
    }

    private UUID last(String number) throws ApiException {
        List<IssueRequest> requests = office.listIssueRequests(number).execute().getItems();
        return requests.get(requests.size() - 1).getId();
    }
}
