package io.zhenggai.plan.plan;

import java.util.Optional;
import java.util.UUID;

/** What a list of plans is narrowed to; what is absent narrows nothing. */
record PlanFilter(Optional<UUID> campaignId, Optional<String> region, Optional<PlanStatus> status) {}
