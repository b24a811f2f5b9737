package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.Light;
import java.util.Optional;
import java.util.UUID;

/** What a list of issues is narrowed to; what is absent narrows nothing. */
record IssueFilter(
        Optional<UUID> campaignId,
        Optional<String> city,
        Optional<String> region,
        Optional<IssueStatus> status,
        Optional<IssueSource> source,
        Optional<Category> category,
        Optional<Severity> severity,
        Optional<Light> light) {}
