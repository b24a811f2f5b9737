package io.zhenggai.report.summary;

import java.util.Optional;
import java.util.UUID;

/** What a list of reports is narrowed to; what is absent narrows nothing. */
record ReportFilter(Optional<UUID> campaignId, Optional<String> region, Optional<ReportStatus> status) {}
