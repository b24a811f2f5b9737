package io.zhenggai.issue.lookback;

/**
 * What was drawn of a city, and what was found.
 *
 * @param drawn how many were drawn
 * @param told of how many the result is told
 */
public record CityCounts(
        String city, long drawn, long told, long heldTrue, long incomplete, long falsified, long relapsed) {}
