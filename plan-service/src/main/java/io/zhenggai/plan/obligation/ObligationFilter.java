package io.zhenggai.plan.obligation;

import java.util.Optional;
import java.util.UUID;

/** What a list of obligations is narrowed to; what is absent narrows nothing. */
record ObligationFilter(
        Optional<UUID> campaignId,
        Optional<String> region,
        Optional<ObligationStatus> status,
        Optional<ObligationCode> code) {}
