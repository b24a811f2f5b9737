package io.zhenggai.report.ranking;

import java.util.Optional;
import java.util.UUID;

/** Which published rankings are listed; what is absent narrows nothing. */
record RankingFilter(Optional<UUID> campaignId) {}
