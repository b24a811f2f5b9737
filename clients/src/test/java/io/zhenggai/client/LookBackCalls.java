package io.zhenggai.client;

import static io.zhenggai.client.Answers.etag;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.client.api.LookBacksApi;
import io.zhenggai.client.model.CampaignView;
import io.zhenggai.client.model.LookBackFinding;
import io.zhenggai.client.model.LookBackResult;
import io.zhenggai.client.model.LookBackView;
import io.zhenggai.client.model.NewLookBack;
import java.util.List;
import java.util.UUID;

/** Every operation on look-backs. */
final class LookBackCalls {

    private final LookBacksApi province;
    private final LookBacksApi office;
    private final LookBacksApi auditor;
    private final String city;
    private final CampaignView campaign;

    LookBackCalls(Accounts accounts, String city, CampaignView campaign) {
        this.province = new LookBacksApi(accounts.as("province"));
        this.office = new LookBacksApi(accounts.as("office:" + city));
        this.auditor = new LookBacksApi(accounts.as("auditor"));
        this.city = city;
        this.campaign = campaign;
    }

    /** @param closed the ledger number of an issue that was closed today */
    void make(String closed) throws ApiException {
        NewLookBack wanted = new NewLookBack()
                .campaignId(campaign.getId())
                .closedFrom(campaign.getStart())
                .closedTo(campaign.getStart())
                .regions(List.of(city))
                .percentage(100);
        ApiResponse<LookBackView> drawn = province.drawLookBack(wanted).executeWithHttpInfo();
        UUID id = drawn.getData().getId();
        LookBackResult result = new LookBackResult()
                .issue(closed)
                .finding(LookBackFinding.TRUE)
                .note("现场核查属实")
                .checkedOn(campaign.getStart())
                .checkedBy("李督查");
        province.tellLookBackResult(id, etag(drawn), result).execute();
        assertThat(office.listLookBacks().campaignId(campaign.getId()).execute().getItems())
                .hasSize(1);
        assertThat(office.readLookBack(id).execute().getCounts().getTold()).isEqualTo(1);
        assertThat(office.listLookBackIssues(id).execute().getItems()).hasSize(1);
        assertThat(auditor.listLookBackPopulation(id).execute().getItems()).isNotEmpty();
    }
}
