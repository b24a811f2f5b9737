package io.zhenggai.issue.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.issue.ledger.IssueSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look-back as it is shown: whole to the province and its auditors and leaders; to others what is told of their own.
 *
 * @param regions of which regions; empty for all; absent for who sees only what is told, as are size and percentage
 * @param seed with {@code seedChosen} and {@code population} for who sees it whole only
 * @param seedChosen whether who drew it named the seed
 * @param population how many issues it was drawn from
 * @param counts of the whole, or of the caller's own
 * @param cities the same for each city
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LookBackView(
        UUID id,
        long version,
        UUID campaignId,
        LocalDate closedFrom,
        LocalDate closedTo,
        @Nullable List<String> regions,
        List<IssueSource> sources,
        boolean perCity,
        @Nullable Integer size,
        @Nullable Integer percentage,
        @Nullable String seed,
        @Nullable Boolean seedChosen,
        @Nullable Integer population,
        Instant drawnAt,
        String drawnBy,
        LookBackCounts counts,
        Map<String, LookBackCounts> cities) {

    static LookBackView of(LookBack lookBack, List<CityCounts> counts, boolean whole) {
        Map<String, LookBackCounts> cities = new TreeMap<>();
        counts.forEach(city -> cities.put(city.city(), LookBackCounts.of(List.of(city), whole)));
        return new LookBackView(
                lookBack.id(),
                lookBack.version(),
                lookBack.campaignId(),
                lookBack.closedFrom(),
                lookBack.closedTo(),
                whole ? lookBack.regions() : null,
                lookBack.sources(),
                lookBack.perCity(),
                whole ? lookBack.size() : null,
                whole ? lookBack.percentage() : null,
                whole ? lookBack.seed() : null,
                whole ? lookBack.seedChosen() : null,
                whole ? lookBack.population() : null,
                lookBack.drawnAt(),
                lookBack.drawnBy(),
                LookBackCounts.of(counts, whole),
                cities);
    }
}
