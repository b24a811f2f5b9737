package io.zhenggai.client;

import static io.zhenggai.client.Answers.etag;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.client.api.IssuesApi;
import io.zhenggai.client.model.Category;
import io.zhenggai.client.model.DeliveredIssue;
import io.zhenggai.client.model.DeliveredItem;
import io.zhenggai.client.model.DeliveryOutcome;
import io.zhenggai.client.model.IssueDelivery;
import io.zhenggai.client.model.IssueSource;
import io.zhenggai.client.model.Reason;
import io.zhenggai.client.model.Severity;
import io.zhenggai.client.model.SourceItem;
import io.zhenggai.client.model.SourceItemProposalStatus;
import io.zhenggai.client.model.SourceItemProposalView;
import java.util.List;
import java.util.UUID;

/** Every operation on what other systems deliver. */
final class DeliveryCalls {

    private final IssuesApi platform;
    private final IssuesApi office;
    private final String city;
    private final UUID campaignId;

    DeliveryCalls(Accounts accounts, String city, UUID campaignId) {
        this.platform = new IssuesApi(accounts.as("system:approval-platform"));
        this.office = new IssuesApi(accounts.as("office:" + city));
        this.city = city;
        this.campaignId = campaignId;
    }

    /** A matter that three weeks' scorecards tell of: the second line is taken for the same, the third is not. */
    void make() throws ApiException {
        String matter = "水电气外线工程审批未并联办理" + UUID.randomUUID();
        assertThat(delivered(matter).getOutcome()).isEqualTo(DeliveryOutcome.REGISTERED);
        UUID same = delivered(matter).getProposalId();
        UUID another = delivered(matter).getProposalId();
        assertThat(office.listSourceItemProposals()
                        .status(SourceItemProposalStatus.PENDING)
                        .city(city)
                        .limit(200)
                        .execute()
                        .getItems())
                .extracting(SourceItemProposalView::getId)
                .contains(same, another);
        office.acceptSourceItemProposal(same, etag(read(same))).execute();
        SourceItemProposalView refused = office.refuseSourceItemProposal(
                        another, etag(read(another)), new Reason().reason("不是同一事项"))
                .execute();
        assertThat(refused.getStatus()).isEqualTo(SourceItemProposalStatus.REFUSED);
    }

    private ApiResponse<SourceItemProposalView> read(UUID id) throws ApiException {
        return office.readSourceItemProposal(id).executeWithHttpInfo();
    }

    private DeliveredItem delivered(String matter) throws ApiException {
        SourceItem line = new SourceItem()
                .source(IssueSource.SYSTEM_SCORECARD)
                .documentNumber("成绩单" + UUID.randomUUID())
                .itemNumber("1");
        DeliveredIssue issue = new DeliveredIssue()
                .region(city)
                .description(matter)
                .category(Category.TIME)
                .severity(Severity.GENERAL)
                .sourceItem(line);
        return platform.deliverIssues(new IssueDelivery().campaignId(campaignId).items(List.of(issue)))
                .execute()
                .getItems()
                .get(0);
    }
}
