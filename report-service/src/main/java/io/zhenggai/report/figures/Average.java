package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * An average number of days with what it was taken from.
 *
 * @param totalDays the sum
 * @param count how many were summed
 * @param tenthsOfDay the average in tenths of a day, rounded half up; absent when there was nothing to sum
 * @param medianTenthsOfDay the median 中位数 in tenths of a day, of two in the middle their mean; absent as the average is, and
 *     in figures frozen before it was counted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Average(long totalDays, long count, Optional<Long> tenthsOfDay, Optional<Long> medianTenthsOfDay) {

    /** @return {@code totalDays} divided by {@code count}, beside their median */
    public static Average of(long totalDays, long count, Optional<Long> medianTenthsOfDay) {
        return new Average(
                totalDays,
                count,
                count == 0 ? Optional.empty() : Optional.of(Rate.roundedHalfUp(10 * totalDays, count)),
                medianTenthsOfDay);
    }
}
