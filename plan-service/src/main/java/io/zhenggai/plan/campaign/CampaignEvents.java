package io.zhenggai.plan.campaign;

import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of a campaign: the type string, and the public state. */
final class CampaignEvents {

    static final String AGGREGATE_TYPE = "campaign";
    static final String PUBLISHED = "campaign.published.v1";

    /** It is published and never changed. */
    private static final long ONLY_VERSION = 1;

    private CampaignEvents() {}

    static NewEvent published(CampaignView campaign) {
        return new NewEvent(
                AGGREGATE_TYPE,
                campaign.id(),
                ONLY_VERSION,
                PUBLISHED,
                campaign.publishedAt(),
                EventData.of(State.of(campaign)));
    }

    /** Its state told again. */
    static NewEvent snapshot(CampaignView campaign) {
        return NewEvent.snapshot(
                AGGREGATE_TYPE, campaign.id(), ONLY_VERSION, campaign.publishedAt(), State.of(campaign));
    }

    /** What others may know of a campaign: all of it but who published it. */
    record State(
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
            List<Phase> phases,
            List<CampaignSource> sources) {

        static State of(CampaignView campaign) {
            return new State(
                    campaign.id(),
                    campaign.documentNumber(),
                    campaign.title(),
                    campaign.noticeTitle(),
                    campaign.issuingBody(),
                    campaign.addressees(),
                    campaign.copies(),
                    campaign.printedOn(),
                    campaign.start(),
                    campaign.end(),
                    campaign.year(),
                    campaign.phases().stream().map(Phase::of).toList(),
                    campaign.sources());
        }

        record Phase(int ordinal, String name, PhaseKind kind, LocalDate deadline) {
            static Phase of(NewPhase phase) {
                return new Phase(phase.ordinal(), phase.name(), phase.kind(), phase.deadline());
            }
        }
    }
}
