package io.zhenggai.issue.lookback;

import io.zhenggai.issue.ledger.IssueSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look-back as it is stored. Each result takes it to its next version; its events count from 1, so that each has the version behind.
 *
 * @param seedChosen whether who drew it named the seed: whoever may choose may try
 * @param population how many it was drawn from
 * @param drawn how many were
 */
record LookBack(
        UUID id,
        long version,
        UUID campaignId,
        LocalDate closedFrom,
        LocalDate closedTo,
        List<String> regions,
        List<IssueSource> sources,
        boolean perCity,
        @Nullable Integer size,
        @Nullable Integer percentage,
        String seed,
        boolean seedChosen,
        int population,
        int drawn,
        Instant drawnAt,
        String drawnBy) {

    LookBack {
        regions = List.copyOf(regions);
        sources = List.copyOf(sources);
    }

    long eventVersion() {
        return version + 1;
    }

    LookBack next() {
        return new LookBack(
                id,
                version + 1,
                campaignId,
                closedFrom,
                closedTo,
                regions,
                sources,
                perCity,
                size,
                percentage,
                seed,
                seedChosen,
                population,
                drawn,
                drawnAt,
                drawnBy);
    }
}
