package io.zhenggai.issue.campaign;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A published campaign, as far as the ledger needs it.
 *
 * @param year the year in ledger numbers
 * @param starts the first day
 * @param ends the last day; no rectification deadline lies behind it
 * @param sources the codes of the sources that its notice names
 */
public record Campaign(UUID id, String title, int year, LocalDate starts, LocalDate ends, Set<String> sources) {

    /** Keeps its own copy of the sources. */
    public Campaign {
        sources = Set.copyOf(sources);
    }

    /** @return whether the last day lies behind that day: nothing is registered or assigned any more */
    public boolean isOver(LocalDate today) {
        return ends.isBefore(today);
    }
}
