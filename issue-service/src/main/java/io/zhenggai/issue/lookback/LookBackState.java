package io.zhenggai.issue.lookback;

import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.kit.calendar.BusinessTime;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A look-back as others keep it: counts, and neither the seed nor what was drawn, which nobody is to know before the result is told.
 *
 * @param regions empty for all
 * @param sources empty for all
 * @param cities what was drawn of each city and found
 */
public record LookBackState(
        UUID id,
        UUID campaignId,
        LocalDate closedFrom,
        LocalDate closedTo,
        List<String> regions,
        List<IssueSource> sources,
        boolean perCity,
        int population,
        int drawn,
        LocalDate drawnOn,
        List<CityCounts> cities) {

    static LookBackState of(LookBack lookBack, List<CityCounts> cities) {
        return new LookBackState(
                lookBack.id(),
                lookBack.campaignId(),
                lookBack.closedFrom(),
                lookBack.closedTo(),
                lookBack.regions(),
                lookBack.sources(),
                lookBack.perCity(),
                lookBack.population(),
                lookBack.drawn(),
                BusinessTime.dateOf(lookBack.drawnAt()),
                List.copyOf(cities));
    }
}
