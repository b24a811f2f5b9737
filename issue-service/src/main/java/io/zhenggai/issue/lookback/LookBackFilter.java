package io.zhenggai.issue.lookback;

import java.util.Optional;
import java.util.UUID;

/** What a list of look-backs is narrowed to; what is absent narrows nothing. */
record LookBackFilter(Optional<UUID> campaignId) {}
