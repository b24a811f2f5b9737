package io.zhenggai.client;

import static io.zhenggai.client.Answers.assertRefused;
import static io.zhenggai.client.Answers.etag;
import static io.zhenggai.client.Answers.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhenggai.acceptance.client.LedgerFile;
import io.zhenggai.client.api.EvidenceApi;
import io.zhenggai.client.api.IssuesApi;
import io.zhenggai.client.api.PapersApi;
import io.zhenggai.client.model.Assignment;
import io.zhenggai.client.model.CampaignView;
import io.zhenggai.client.model.Category;
import io.zhenggai.client.model.CauseAnalysis;
import io.zhenggai.client.model.CloseOut;
import io.zhenggai.client.model.CloseOutRequest;
import io.zhenggai.client.model.Evidence;
import io.zhenggai.client.model.ImportJob;
import io.zhenggai.client.model.ImportState;
import io.zhenggai.client.model.IssueSource;
import io.zhenggai.client.model.IssueView;
import io.zhenggai.client.model.NewIssue;
import io.zhenggai.client.model.Opinion;
import io.zhenggai.client.model.PageIssueView;
import io.zhenggai.client.model.PaperFormat;
import io.zhenggai.client.model.Severity;
import io.zhenggai.client.model.SheetList;
import io.zhenggai.client.model.SourceItem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Every operation on issues and their evidence. */
final class LedgerCalls {

    private static final Opinion OPINION = new Opinion().opinion("整改到位，同意");
    private static final CloseOut CLOSE_OUT = new CloseOut().opinion("整改到位，同意");

    private final Accounts accounts;
    private final IssuesApi province;
    private final IssuesApi reviewerOfProvince;
    private final IssuesApi office;
    private final IssuesApi reviewerOfOffice;
    private final EvidenceApi evidence;
    private final PapersApi papers;
    private final String city;
    private final CampaignView campaign;

    LedgerCalls(Accounts accounts, String city, CampaignView campaign) {
        this.accounts = accounts;
        this.province = new IssuesApi(accounts.as("province"));
        this.reviewerOfProvince = new IssuesApi(accounts.as("province:2"));
        this.office = new IssuesApi(accounts.as("office:" + city));
        this.reviewerOfOffice = new IssuesApi(accounts.as("office:" + city + ":2"));
        this.evidence = new EvidenceApi(accounts.as("office:" + city));
        this.papers = new PapersApi(accounts.as("office:" + city));
        this.city = city;
        this.campaign = campaign;
    }

    /**
     * @param ended a campaign that has ended, of which an issue is not over
     * @return the ledger number of an issue that is assigned to nobody yet
     */
    String make(Path directory, UUID ended) throws ApiException, IOException {
        IssueView other = eventually(() -> office.registerIssue(newIssue()).executeWithHttpInfo())
                .getData();
        String closed = close(directory);
        look(closed);
        print(closed);
        new LookBackCalls(accounts, city, campaign).make(closed);
        new SupervisionCalls(accounts, city).make(other.getLedgerNumber());
        new DeliveryCalls(accounts, city, campaign.getId()).make();
        new EvidenceCalls(accounts, "office:" + city, directory).putRight(newIssue());
        String file = LedgerFile.of(city, 2);
        office.importIssues(campaign.getId(), file).dryRun(true).execute();
        assertThat(office.importIssues(campaign.getId(), file).execute().getRegistered())
                .isEqualTo(2);
        importAfterwards();
        new IssueLifeCalls(accounts, city, campaign, this).make(directory, ended);
        return other.getLedgerNumber();
    }

    private void importAfterwards() throws ApiException {
        assertThat(office.readIssueImportTemplate().execute()).isNotEmpty();
        UUID good = office.uploadIssueImport(campaign.getId(), LedgerFile.of(city, 2))
                .dryRun(true)
                .execute()
                .getId();
        assertThat(settled(good).getState()).isEqualTo(ImportState.DONE);
        office.registerIssueImport(good.toString()).execute();
        assertThat(settled(good).getRegistered()).isEqualTo(2);
        UUID wrong = office.uploadIssueImport(
                        campaign.getId(), LedgerFile.of(city, 1).replace(city, "火星"))
                .execute()
                .getId();
        assertThat(settled(wrong).getProblem().getViolations()).isNotEmpty();
        assertThat(office.readIssueImportErrorFile(wrong.toString()).execute())
                .content()
                .contains("错误原因");
    }

    private ImportJob settled(UUID id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> office.readIssueImport(id.toString()).execute(), job -> job.getSettledAt() != null);
    }

    private String close(Path directory) throws ApiException, IOException {
        ApiResponse<IssueView> issue = province.registerIssue(newIssue())
                .idempotencyKey(UUID.randomUUID().toString())
                .executeWithHttpInfo();
        String number = issue.getData().getLedgerNumber();
        issue = province.assignIssue(number, etag(issue), new Assignment().deadline(campaign.getEnd()))
                .executeWithHttpInfo();
        issue = office.acknowledgeIssue(number, etag(issue)).executeWithHttpInfo();
        issue = office.analyseIssueCause(number, etag(issue), causeAnalysis()).executeWithHttpInfo();
        issue = office.rectifyIssue(number, etag(issue)).executeWithHttpInfo();
        String proven = etag(prove(directory, number, etag(issue)));
        proven = new EvidenceCalls(accounts, "office:" + city, directory).compare(number, proven);
        issue = office.requestIssueCloseOut(number, proven, closeOutRequest()).executeWithHttpInfo();
        issue = reviewerOfOffice.returnIssue(number, etag(issue), OPINION).executeWithHttpInfo();
        issue = office.requestIssueCloseOut(number, etag(issue), closeOutRequest())
                .executeWithHttpInfo();
        issue = reviewerOfOffice.firstReviewIssue(number, etag(issue), OPINION).executeWithHttpInfo();
        String reviewed = etag(issue);
        reviewerOfProvince.closeIssue(number, reviewed, CLOSE_OUT).execute();
        assertRefused(
                412,
                () -> reviewerOfProvince.closeIssue(number, reviewed, CLOSE_OUT).execute());
        return number;
    }

    ApiResponse<Evidence> prove(Path directory, String number, String tag) throws ApiException, IOException {
        Path proof = Files.writeString(directory.resolve("proof.txt"), "整改情况说明：已整改到位。");
        ApiResponse<Evidence> added = evidence.addIssueEvidence(number, "整改情况说明.txt", tag, proof.toFile())
                .executeWithHttpInfo();
        evidence.listIssueEvidence(number).execute();
        File read = evidence.readIssueEvidence(added.getData().getId(), number).execute();
        assertThat(read).hasSameBinaryContentAs(proof.toFile());
        return added;
    }

    private void look(String number) throws ApiException {
        assertRefused(404, () -> office.readIssue(UUID.randomUUID().toString()).execute());
        office.readIssue(number).execute();
        office.readIssueHistory(number).execute();
        office.readMyWork().execute();
        new ViewCalls(accounts, city).make();
        PageIssueView first = province.listIssues()
                .campaignId(List.of(campaign.getId()))
                .limit(1)
                .total(true)
                .execute();
        assertThat(first.getTotal()).isEqualTo(2);
        province.listIssues()
                .campaignId(List.of(campaign.getId()))
                .limit(1)
                .total(true)
                .cursor(first.getNext())
                .execute();
    }

    private void print(String number) throws ApiException {
        assertThat(papers.exportIssueLedger()
                        ._list(SheetList.LEDGER)
                        .format(PaperFormat.CSV)
                        .campaignId(List.of(campaign.getId()))
                        .execute())
                .content()
                .contains(number);
        assertThat(papers.readIssueCloseOutForm(number).execute()).isNotEmpty();
        assertThat(papers.readIssueFile(number).execute()).isNotEmpty();
    }

    NewIssue newIssue() {
        SourceItem source = new SourceItem()
                .source(IssueSource.EVALUATION)
                .documentNumber("通报" + UUID.randomUUID())
                .itemNumber("1")
                .dated(campaign.getStart())
                .textReceived("办理施工许可平均用时超过规定时限");
        return new NewIssue()
                .campaignId(campaign.getId())
                .region(city)
                .description("办理施工许可时间过长")
                .category(Category.TIME)
                .severity(Severity.SERIOUS)
                .sourceItem(source);
    }

    static CauseAnalysis causeAnalysis() {
        return new CauseAnalysis()
                .causeAnalysis("部门之间信息共享不到位")
                .rectificationGoal("压减办理时间")
                .leadUnit("住建局")
                .cooperatingUnits(List.of("自然资源和规划局"))
                .responsiblePerson("张建设");
    }

    static CloseOutRequest closeOutRequest() {
        return new CloseOutRequest()
                .result("已完成整改")
                .lastingMechanism("建立定期调度机制")
                .pledgeOfTruth(true);
    }
}
