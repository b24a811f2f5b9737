package io.zhenggai.issue.lookback;

import io.zhenggai.issue.ledger.ClosedIssueFilter;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.Stripped;
import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look-back to draw.
 *
 * @param campaignId whose issues
 * @param closedFrom closed on that day in Asia/Shanghai or later
 * @param closedTo closed on that day or before; at the latest today
 * @param regions codes of cities with all below them, of counties and zones, at most 200; absent for all
 * @param sources absent for all
 * @param perCity whether size or percentage is meant of each city; absent for no
 * @param size how many are drawn, at most 1,000; either this or the percentage
 * @param percentage how many of a hundred are drawn, a part of one being one more
 * @param seed what the order depends on, at most 64 characters; absent for one by chance
 */
record NewLookBack(
        @NotNull UUID campaignId,
        @NotNull LocalDate closedFrom,
        @NotNull LocalDate closedTo,
        @Size(max = 200) @Nullable List<@NotNull @RegionCodeText String> regions,
        @Size(max = 20) @Nullable List<@NotNull IssueSource> sources,
        @Nullable Boolean perCity,
        @Min(1) @Max(1_000) @Nullable Integer size,
        @Min(1) @Max(100) @Nullable Integer percentage,
        @Text(max = 64) @Nullable String seed) {

    /** A seed that cannot be seen cannot be copied. */
    NewLookBack {
        regions = regions == null ? List.of() : regions.stream().distinct().toList();
        sources = sources == null ? List.of() : sources.stream().distinct().toList();
        seed = Stripped.orNull(seed);
    }

    ClosedIssueFilter population() {
        return new ClosedIssueFilter(
                campaignId,
                closedFrom,
                closedTo,
                Optional.ofNullable(regions).orElse(List.of()),
                Optional.ofNullable(sources).orElse(List.of()));
    }

    boolean isPerCity() {
        return Boolean.TRUE.equals(perCity);
    }
}
