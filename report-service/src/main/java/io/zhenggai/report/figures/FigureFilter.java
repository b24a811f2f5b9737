package io.zhenggai.report.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;

/**
 * Which issues are counted; what is absent narrows nothing.
 *
 * @param ranked whether issues found by self-inspection are left out, as in the ranking
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FigureFilter(Optional<UUID> campaignId, Optional<String> city, boolean ranked) {}
