package io.zhenggai.plan.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that is to be published.
 *
 * @param documentNumber 文号; no two campaigns have the same
 * @param title of the plan that the notice sends round
 * @param noticeTitle of the notice itself
 * @param addressees 主送
 * @param copies 抄送
 * @param printedOn 印发日期
 * @param start the first day
 * @param end the last day
 * @param phases in their order; may be empty
 * @param sources where issues may come from; may be empty
 */
public record NewCampaign(
        @Nullable String documentNumber,
        String title,
        @Nullable String noticeTitle,
        String issuingBody,
        List<String> addressees,
        List<String> copies,
        @Nullable LocalDate printedOn,
        LocalDate start,
        LocalDate end,
        List<NewPhase> phases,
        List<CampaignSource> sources) {

    /** Keeps its own copies of the lists. */
    public NewCampaign {
        addressees = Copies.of(addressees);
        copies = Copies.of(copies);
        phases = Copies.of(phases);
        sources = Copies.of(sources);
    }
}
