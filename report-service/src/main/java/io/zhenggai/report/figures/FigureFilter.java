package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which issues are counted; what is absent narrows nothing.
 *
 * @param source a code, as are category and severity; one that is not known counts nothing
 * @param from the first day of a period
 * @param to its last day, included
 * @param dated which day of an issue must lie in the period
 * @param ranked whether issues found by self-inspection are left out, as in the ranking
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FigureFilter(
        Optional<UUID> campaignId,
        Optional<String> city,
        Optional<String> source,
        Optional<String> category,
        Optional<String> severity,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        DatedBy dated,
        boolean ranked) {

    private static final String ISSUES_OF_CAMPAIGN = """
            (select id, campaign_id, campaigns_before, city_code, region_code, source, category, severity, lead_unit, registered_on,
                    recurrence_of,
                    case when campaign_id = :campaignId then status else 'CARRIED_OVER' end as status,
                    case when campaign_id = :campaignId then deadline end as deadline,
                    case when campaign_id = :campaignId then close_out_requested_on end as close_out_requested_on,
                    case when campaign_id = :campaignId then closed_on end as closed_on,
                    case when campaign_id = :campaignId then returns else 0 end as returns,
                    case when campaign_id = :campaignId then revocations else 0 end as revocations
             from issue)""";

    /** The form of a code. */
    public static final String CODE = "[A-Z][A-Z0-9_]{0,59}";

    /** @throws Refusal when the period ends before it begins */
    public FigureFilter {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Refusal.invalid("to", "不能早于起始日期", "must not be before from");
        }
    }

    /** @return all issues of a campaign */
    static FigureFilter of(UUID campaignId, boolean ranked) {
        return new FigureFilter(
                Optional.of(campaignId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DatedBy.REGISTRATION,
                ranked);
    }

    /**
     * @return what the issues are read from, in SQL. Among those of one campaign, what was carried over from it stands as CARRIED_OVER:
     *     registered, and nothing else; what became of it since is the other campaign's
     */
    public String issues() {
        return campaignId.isEmpty() ? "issue" : ISSUES_OF_CAMPAIGN;
    }

    /** @return the conditions on the columns of the issues, those of the scope first; without the period */
    public Conditions conditionsWithoutPeriod(RegionScope scope) {
        return Conditions.inScope(scope, "city_code", "region_code", "lead_unit = :scopeUnit")
                .and(
                        "(campaign_id = :campaignId or campaigns_before is not null"
                                + " and strpos(campaigns_before, cast(:campaignId as text)) > 0)",
                        "campaignId",
                        campaignId)
                .and("city_code = :city", "city", city)
                .and("source = :source", "source", source)
                .and("category = :category", "category", category)
                .and("severity = :severity", "severity", severity)
                .and("source <> :unranked", "unranked", ranked ? Optional.of("SELF_INSPECTION") : Optional.empty());
    }

    /** @return all conditions */
    Conditions conditions(RegionScope scope) {
        return conditionsWithoutPeriod(scope)
                .and(dated.column() + " >= :from", "from", from)
                .and(dated.column() + " <= :to", "to", to);
    }
}
