package io.zhenggai.plan.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published campaign as it is shown.
 *
 * @param year of its first day; stands in ledger numbers
 * @param publishedBy the name of who published it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignView(
        UUID id,
        @Nullable String documentNumber,
        String title,
        @Nullable String noticeTitle,
        String issuingBody,
        List<String> addressees,
        List<String> copies,
        @Nullable LocalDate printedOn,
        LocalDate start,
        LocalDate end,
        int year,
        List<NewPhase> phases,
        List<CampaignSource> sources,
        Instant publishedAt,
        String publishedBy) {

    static CampaignView of(UUID id, NewCampaign campaign, Instant publishedAt, String publishedBy) {
        return new CampaignView(
                id,
                campaign.documentNumber(),
                campaign.title(),
                campaign.noticeTitle(),
                campaign.issuingBody(),
                campaign.addressees(),
                campaign.copies(),
                campaign.printedOn(),
                campaign.start(),
                campaign.end(),
                campaign.start().getYear(),
                campaign.phases(),
                campaign.sources(),
                publishedAt,
                publishedBy);
    }
}
