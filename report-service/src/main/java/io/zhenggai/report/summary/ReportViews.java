package io.zhenggai.report.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.report.campaign.Campaign;
import io.zhenggai.report.campaign.Campaigns;
import io.zhenggai.report.filing.FilingDuties;
import io.zhenggai.report.filing.FilingDuties.OwedBy;
import io.zhenggai.report.filing.FilingDuty;
import io.zhenggai.report.office.OfficeFigures;
import io.zhenggai.report.office.OfficeFiguresService;
import io.zhenggai.report.office.ProposedTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts what is shown of a report together from the report and the projections. */
@ApplicationScoped
class ReportViews {

    private final FiledReports filed;
    private final OfficeFiguresService offices;
    private final FilingDuties duties;
    private final Campaigns campaigns;
    private final Regions regions;
    private final ObjectMapper mapper;

    ReportViews(
            FiledReports filed,
            OfficeFiguresService offices,
            FilingDuties duties,
            Campaigns campaigns,
            Regions regions,
            ObjectMapper mapper) {
        this.filed = filed;
        this.offices = offices;
        this.duties = duties;
        this.campaigns = campaigns;
        this.regions = regions;
        this.mapper = mapper;
    }

    /** @return the figures as of now, as they are stored and shown; three statements */
    JsonNode freeze(Report report) {
        return mapper.valueToTree(offices.count(report.region(), report.campaignId()));
    }

    /** Five statements while the figures move (deadline, three of figures, campaign), two when they are frozen. */
    ReportView view(Report report) {
        return report.status().isOpen()
                ? moving(report)
                : frozen(report, filed.figures(report.id(), report.submissions()));
    }

    /** One statement. */
    ReportView frozen(Report report, JsonNode figures) {
        return view(report, figures, Optional.empty(), "");
    }

    private ReportView moving(Report report) {
        OfficeFigures figures = offices.count(report.region(), report.campaignId());
        String campaign =
                campaigns.find(report.campaignId()).map(Campaign::title).orElse("");
        ProposedTexts proposals = ProposedTexts.of(name(report.region()), campaign, figures);
        return view(report, mapper.valueToTree(figures), Optional.of(proposals), figures.standing() + " " + campaign);
    }

    private ReportView view(Report report, JsonNode figures, Optional<ProposedTexts> proposals, String moving) {
        Optional<FilingDuty> duty = Optional.ofNullable(
                duties.ofSummaryReports(RegionScope.city(report.region()), List.of(report.campaignId()))
                        .get(new OwedBy(report.campaignId(), report.region())));
        return new ReportView(
                report.fields(),
                report.version(),
                name(report.region()),
                duty.map(FilingDuty::deadline),
                duty.flatMap(owed -> owed.late(report.firstSubmittedAt())),
                ReportMove.legal(report.status()),
                !report.status().isOpen(),
                figures,
                proposals,
                moving);
    }

    /** One statement for the whole page. */
    Page<ListedReport> listed(RegionScope scope, Page<ReportRow> page) {
        List<UUID> ids =
                page.items().stream().map(ReportRow::campaignId).distinct().toList();
        Map<OwedBy, FilingDuty> owed = duties.ofSummaryReports(scope, ids);
        return page.map(row -> {
            Optional<FilingDuty> duty = Optional.ofNullable(owed.get(new OwedBy(row.campaignId(), row.region())));
            return new ListedReport(
                    row,
                    name(row.region()),
                    duty.map(FilingDuty::deadline),
                    duty.flatMap(known -> known.late(Optional.ofNullable(row.firstSubmittedAt()))));
        });
    }

    private String name(String region) {
        return regions.find(new RegionCode(region)).map(Region::name).orElse(region);
    }
}
