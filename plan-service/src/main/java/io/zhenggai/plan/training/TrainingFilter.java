package io.zhenggai.plan.training;

import java.util.Optional;
import java.util.UUID;

/** What a list of sessions is narrowed to; what is absent narrows nothing. */
record TrainingFilter(Optional<UUID> campaignId, Optional<String> region, Optional<TrainingKind> kind) {}
