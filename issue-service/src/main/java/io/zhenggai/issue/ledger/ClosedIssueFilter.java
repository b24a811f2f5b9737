package io.zhenggai.issue.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Which closed issues of a campaign are meant.
 *
 * @param from closed on that day in Asia/Shanghai or later
 * @param to closed on that day or before
 * @param regions of these cities with all below them, counties and zones; empty for all
 * @param sources registered from these; empty for all
 */
public record ClosedIssueFilter(
        UUID campaignId, LocalDate from, LocalDate to, List<String> regions, List<IssueSource> sources) {

    /** Keeps its own copies. */
    public ClosedIssueFilter {
        regions = List.copyOf(regions);
        sources = List.copyOf(sources);
    }
}
