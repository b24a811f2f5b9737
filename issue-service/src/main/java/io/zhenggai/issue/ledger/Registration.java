package io.zhenggai.issue.ledger;

import io.zhenggai.issue.campaign.Campaign;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules that new issues of one caller and campaign are checked against before anything is stored. */
public final class Registration {

    /** In a token, followed by a source: the machine client may register what comes of it. */
    private static final String SOURCE_SCOPE = "source:";

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final Regions regions;
    private final Optional<Campaign> campaign;
    private final Caller caller;
    private final LocalDate today;

    /** @param campaign the campaign that the issues name; empty when none of that id is published */
    Registration(Regions regions, Optional<Campaign> campaign, Caller caller, LocalDate today) {
        this.regions = regions;
        this.campaign = campaign;
        this.caller = caller;
        this.today = today;
    }

    /** @return the violation of a region that is not there, or not there for the caller */
    public static Violation unknownRegion() {
        return Violation.of("region", "没有这一地区", "no such region");
    }

    /** @return the campaign; empty when none of that id is published */
    public Optional<Campaign> campaign() {
        return campaign;
    }

    /** @return every rule that is broken; none: it may be registered */
    public List<Violation> check(NewIssue issue) {
        List<Violation> broken = new ArrayList<>();
        brokenCampaign().ifPresent(broken::add);
        broken.addAll(checkApartFromCampaign(issue));
        return broken;
    }

    /** @return the rules that the issue itself breaks, whether its campaign takes issues or not */
    public List<Violation> checkApartFromCampaign(NewIssue issue) {
        List<Violation> broken = new ArrayList<>();
        if (city(regions, issue.region())
                .filter(city -> caller.scope().covers(city, issue.region()))
                .isEmpty()) {
            broken.add(unknownRegion());
        }
        broken.addAll(checkItem(issue.sourceItem()));
        return broken;
    }

    /** @return the rules that an issue breaks by how it stood in the ledger that it is taken over from; the campaign is published */
    public List<Violation> checkTakeOver(TakeOver from) {
        return TakeOverRules.check(from, campaign.orElseThrow().ends(), today);
    }

    /** @return the rules that a source item breaks */
    List<Violation> checkItem(SourceItem item) {
        List<Violation> broken = new ArrayList<>();
        checkSource(item, broken);
        checkDate(item.dated(), broken);
        checkAnswer(item, broken);
        return broken;
    }

    /** @return why nothing at all is registered in the campaign: it is not there, or over; empty while it takes issues */
    public Optional<Violation> brokenCampaign() {
        if (campaign.isEmpty()) {
            return Optional.of(Violation.of("campaignId", "没有这一整改行动，或尚未发布", "no campaign of this id is published"));
        }
        LocalDate ends = campaign.get().ends();
        return campaign.get().isOver(today)
                ? Optional.of(Violation.of(
                        "campaignId",
                        "该整改行动已于 " + ends + " 结束，不再登记新问题",
                        "the campaign ended on " + ends + "; no new issues are registered"))
                : Optional.empty();
    }

    private void checkSource(SourceItem item, List<Violation> broken) {
        IssueSource source = item.source();
        if (campaign.filter(found -> !found.sources().contains(source.name())).isPresent()) {
            broken.add(Violation.of("sourceItem.source", "本次整改行动没有这一问题来源", "not a source of this campaign"));
        }
        if (findsItselfOnly(caller.role()) && source != IssueSource.SELF_INSPECTION) {
            broken.add(Violation.of(
                    "sourceItem.source",
                    "县（市、区）、开发区和部门只能登记自查发现的问题",
                    "counties, zones and departments register what they find themselves (SELF_INSPECTION) only"));
        }
        if (caller.role() == Role.SYSTEM && !caller.permissions().contains(SOURCE_SCOPE + source.name())) {
            broken.add(Violation.of(
                    "sourceItem.source",
                    "该系统未获准登记这一来源的问题",
                    "this system may not register what comes of this source; its token lacks " + SOURCE_SCOPE
                            + source.name()));
        }
        if (source.needsDocument() && item.documentNumber() == null) {
            broken.add(Violation.of("sourceItem.documentNumber", "此类来源须填写来源文号", "required for this source"));
        }
    }

    private static boolean findsItselfOnly(Role role) {
        return role == Role.COUNTY || role == Role.DEPARTMENT;
    }

    private void checkDate(@Nullable LocalDate dated, List<Violation> broken) {
        if (dated == null) {
            return;
        }
        // What was found before the campaign, such as by an evaluation, may be older than it.
        Optional<LocalDate> ended =
                campaign.filter(found -> found.isOver(today)).map(Campaign::ends);
        LocalDate latest = ended.orElse(today);
        if (dated.isBefore(EARLIEST) || dated.isAfter(latest)) {
            broken.add(Violation.of(
                    "sourceItem.dated",
                    "来源日期须在 " + EARLIEST + " 至" + (ended.isPresent() ? "整改行动结束日" : "今天") + "（" + latest + "）之间，请核对",
                    "must be from " + EARLIEST + " to " + (ended.isPresent() ? "the campaign's last day" : "today")
                            + ", " + latest));
        }
    }

    private static void checkAnswer(SourceItem item, List<Violation> broken) {
        LocalDate dueOn = item.answerDueOn();
        if (dueOn == null) {
            return;
        }
        if (!item.isOwedAnAnswer()) {
            broken.add(Violation.of(
                    "sourceItem.answerOwedTo", "有答复期限的，须填写答复对象", "who is owed the answer that has a due date"));
        }
        LocalDate dated = item.dated();
        if (dueOn.isBefore(dated == null ? EARLIEST : dated)) {
            broken.add(Violation.of("sourceItem.answerDueOn", "答复期限不得早于来源日期", "must not lie before the source's date"));
        }
    }

    /** @return the city of a region below the province; empty for the province itself and for codes that are none */
    static Optional<String> city(Regions regions, String region) {
        if (!region.matches("[1-9]\\d{5}")) {
            return Optional.empty();
        }
        return regions.find(new RegionCode(region))
                .flatMap(found -> found.code().cityCode())
                .map(RegionCode::value);
    }
}
