package io.zhenggai.issue.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a look-back is, and what it found.
 *
 * @param drawn how many were drawn; absent for who sees only what is told
 * @param told of how many the result is told
 * @param heldTrue 属实
 * @param incomplete 整改不到位
 * @param falsified 虚假整改
 * @param relapsed 问题反弹
 * @param progress told of drawn; absent for who sees only what is told
 * @param revocationRate 整改不到位 and 虚假整改 of what is told
 * @param repeatRate 反弹率: 问题反弹 of what is told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LookBackCounts(
        @Nullable Long drawn,
        long told,
        long heldTrue,
        long incomplete,
        long falsified,
        long relapsed,
        @Nullable Share progress,
        Share revocationRate,
        Share repeatRate) {

    static LookBackCounts of(List<CityCounts> cities, boolean whole) {
        long told = cities.stream().mapToLong(CityCounts::told).sum();
        long drawn = cities.stream().mapToLong(CityCounts::drawn).sum();
        long incomplete = cities.stream().mapToLong(CityCounts::incomplete).sum();
        long falsified = cities.stream().mapToLong(CityCounts::falsified).sum();
        long relapsed = cities.stream().mapToLong(CityCounts::relapsed).sum();
        return new LookBackCounts(
                whole ? drawn : null,
                told,
                cities.stream().mapToLong(CityCounts::heldTrue).sum(),
                incomplete,
                falsified,
                relapsed,
                whole ? Share.of(told, drawn) : null,
                Share.of(incomplete + falsified, told),
                Share.of(relapsed, told));
    }
}
