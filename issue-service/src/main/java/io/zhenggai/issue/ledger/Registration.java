package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that a new issue is checked against before anything is stored. */
final class Registration {

    private final Regions regions;

    Registration(Regions regions) {
        this.regions = regions;
    }

    /**
     * @param campaign the campaign that the issue names; empty when there is none of that id
     * @return every rule that is broken; none: it may be registered
     */
    List<Violation> check(NewIssue issue, Optional<Campaign> campaign, Caller caller, LocalDate today) {
        List<Violation> broken = new ArrayList<>();
        if (campaign.isEmpty()) {
            broken.add(Violation.of("campaignId", "没有这一整改行动，或尚未发布", "no campaign of this id is published"));
        }
        if (city(issue.region())
                .filter(city -> caller.scope().covers(city, issue.region()))
                .isEmpty()) {
            broken.add(Violation.of("region", "地区代码不存在", "no region of this code"));
        }
        SourceItem item = issue.sourceItem();
        campaign.filter(found -> !found.sources().contains(item.source().name()))
                .ifPresent(found -> broken.add(
                        Violation.of("sourceItem.source", "本次整改行动没有这一问题来源", "not a source of this campaign")));
        if (item.source().needsDocument()
                && (item.documentNumber() == null || item.documentNumber().isBlank())) {
            broken.add(Violation.of("sourceItem.documentNumber", "此类来源须填写来源文号", "required for this source"));
        }
        if (item.dated().isAfter(today)) {
            broken.add(
                    Violation.of("sourceItem.dated", "来源日期不得晚于今天（" + today + "）", "must not be after today, " + today));
        }
        return broken;
    }

    /** @return the city of a region below the province; empty for the province itself and for codes that are none */
    Optional<String> city(String region) {
        if (!region.matches("[1-9]\\d{5}")) {
            return Optional.empty();
        }
        return regions.find(new RegionCode(region))
                .flatMap(found -> found.code().cityCode())
                .map(RegionCode::value);
    }
}
