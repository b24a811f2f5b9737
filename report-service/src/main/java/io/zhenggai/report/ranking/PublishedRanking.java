package io.zhenggai.report.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.report.figures.RankingTable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ranking as it was published; nothing of it ever changes.
 *
 * @param name who published it
 * @param addressees codes of the offices it is for, in their order
 * @param ranking as it stood at that moment
 */
record PublishedRanking(
        UUID id,
        UUID campaignId,
        String title,
        Instant publishedAt,
        String name,
        List<String> addressees,
        @Schema(implementation = RankingTable.class) JsonNode ranking) {}
