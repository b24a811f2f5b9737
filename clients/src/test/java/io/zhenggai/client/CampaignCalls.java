package io.zhenggai.client;

import static io.zhenggai.client.Answers.assertRefused;
import static io.zhenggai.client.Answers.etag;

import io.zhenggai.acceptance.client.Notice2021;
import io.zhenggai.client.api.CampaignDraftsApi;
import io.zhenggai.client.api.CampaignsApi;
import io.zhenggai.client.model.CampaignView;
import io.zhenggai.client.model.DraftContent;
import io.zhenggai.client.model.DraftStatus;
import io.zhenggai.client.model.DraftView;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Every operation on drafts and campaigns. */
final class CampaignCalls {

    private final Accounts accounts;
    private final LocalDate today;

    CampaignCalls(Accounts accounts, LocalDate today) {
        this.accounts = accounts;
        this.today = today;
    }

    /** @return a campaign that begins today, under a number that no other has */
    CampaignView make() throws ApiException {
        CampaignDraftsApi drafts = new CampaignDraftsApi(accounts.as("province"));
        CampaignsApi campaigns = new CampaignsApi(accounts.as("province"));
        CampaignsApi nobody = new CampaignsApi(accounts.withToken("nobody"));
        assertRefused(401, () -> nobody.listCampaigns().execute());

        ApiResponse<DraftView> draft = drafts.readNotice(Notice2021.text()).executeWithHttpInfo();
        UUID id = draft.getData().getId();
        DraftContent content = begunToday(draft.getData().getCampaign());
        ApiResponse<DraftView> corrected =
                drafts.correctCampaignDraft(id, etag(draft), content).executeWithHttpInfo();
        assertRefused(
                412, () -> drafts.correctCampaignDraft(id, etag(draft), content).execute());
        drafts.listCampaignDrafts().status(DraftStatus.OPEN).execute();
        drafts.readCampaignDraft(id).execute();
        drafts.readCampaignDraftText(id).execute();
        CampaignView published =
                drafts.publishCampaignDraft(id, etag(corrected)).execute();
        drafts.readCampaignDraftHistory(id).execute();

        campaigns.listCampaigns().execute();
        String tag = etag(campaigns.readCampaign(published.getId()).executeWithHttpInfo());
        assertRefused(
                304,
                () -> campaigns.readCampaign(published.getId()).ifNoneMatch(tag).execute());
        return published;
    }

    private DraftContent begunToday(DraftContent content) {
        long days = ChronoUnit.DAYS.between(content.getStart(), today);
        content.getPhases()
                .forEach(phase -> phase.setDeadline(phase.getDeadline().plusDays(days)));
        return content.documentNumber("豫工改办〔" + today.getYear() + "〕" + UUID.randomUUID())
                .printedOn(today)
                .start(today)
                .end(content.getEnd().plusDays(days));
    }
}
