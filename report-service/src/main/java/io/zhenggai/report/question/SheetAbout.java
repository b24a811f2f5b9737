package io.zhenggai.report.question;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.report.campaign.Campaign;
import io.zhenggai.report.campaign.Campaigns;
import io.zhenggai.report.figures.DatedBy;
import io.zhenggai.report.figures.FigureFilter;
import io.zhenggai.report.figures.GroupBy;
import io.zhenggai.report.figures.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a table has counted, for whoever is handed the file without the question. */
@ApplicationScoped
class SheetAbout {

    private final Campaigns campaigns;
    private final Labels labels;

    SheetAbout(Campaigns campaigns, Regions regions) {
        this.campaigns = campaigns;
        this.labels = new Labels(regions);
    }

    /** @return the campaign, until when, whose issues, and every narrowing; one statement where a campaign is named */
    List<String> words(Caller caller, FigureFilter filter, LocalDate today) {
        List<String> words = new ArrayList<>();
        filter.campaignId()
                .flatMap(campaigns::find)
                .map(Campaign::title)
                .ifPresent(title -> words.add("《" + title + "》"));
        words.add("截至" + today);
        words.add("统计范围：" + label(GroupBy.CITY, filter.city().orElse(caller.region()))
                + caller.unit().map(unit -> "（" + unit + "）").orElse(""));
        filter.source().ifPresent(code -> words.add("问题来源：" + label(GroupBy.SOURCE, code)));
        filter.category().ifPresent(code -> words.add("问题类别：" + label(GroupBy.CATEGORY, code)));
        filter.severity().ifPresent(code -> words.add("严重程度：" + label(GroupBy.SEVERITY, code)));
        if (filter.from().isPresent() || filter.to().isPresent()) {
            words.add((filter.dated() == DatedBy.CLOSING ? "销号日期：" : "登记日期：")
                    + filter.from().map(LocalDate::toString).orElse("")
                    + "至"
                    + filter.to().map(LocalDate::toString).orElse(today.toString()));
        }
        return words;
    }

    private String label(GroupBy groupBy, String code) {
        return labels.of(groupBy, code).orElse(code);
    }
}
