package io.zhenggai.report.ranking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A published ranking in a list, without the ranking itself.
 *
 * @param number by which lists are paged
 * @param name who published it
 * @param addressees codes of the offices it is for, in their order
 */
record ListedRanking(
        @JsonIgnore long number,
        UUID id,
        UUID campaignId,
        String title,
        Instant publishedAt,
        String name,
        List<String> addressees) {}
