package io.zhenggai.plan.draft;

import io.zhenggai.kit.text.Text;
import io.zhenggai.plan.campaign.CampaignSource;
import io.zhenggai.plan.campaign.NewCampaign;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The campaign that a draft would publish, in plain values. What is not known yet is absent.
 *
 * @param title of the plan that the notice sends round
 * @param noticeTitle of the notice itself
 * @param addressees 主送
 * @param copies 抄送
 * @param phases in their order
 * @param sources where issues may come from
 */
record DraftContent(
        @Text(max = 1_000) @Nullable String documentNumber,
        @Text(max = 1_000) @Nullable String title,
        @Text(max = 1_000) @Nullable String noticeTitle,
        @Text(max = 1_000) @Nullable String issuingBody,
        @Size(max = 200) List<@NotNull @Text(max = 1_000) String> addressees,
        @Size(max = 200) List<@NotNull @Text(max = 1_000) String> copies,
        @Nullable LocalDate printedOn,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Size(max = 50) @Valid List<@NotNull DraftPhase> phases,
        @Size(max = 100) @Valid List<@NotNull DraftSource> sources) {

    /** Nothing said means none. */
    @SuppressWarnings("ConstantValue")
    DraftContent {
        addressees = addressees == null ? List.of() : addressees;
        copies = copies == null ? List.of() : copies;
        phases = phases == null ? List.of() : phases;
        sources = sources == null ? List.of() : sources;
    }

    /** @return the same as a campaign; what is absent is null in it, for its rules to name */
    @SuppressWarnings("NullAway")
    NewCampaign campaign() {
        return new NewCampaign(
                documentNumber,
                title,
                noticeTitle,
                issuingBody,
                addressees,
                copies,
                printedOn,
                start,
                end,
                phases.stream().map(DraftPhase::phase).toList(),
                sources.stream()
                        .map(source -> new CampaignSource(source.code(), source.name()))
                        .toList());
    }
}
