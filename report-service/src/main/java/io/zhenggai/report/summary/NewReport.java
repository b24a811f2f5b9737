package io.zhenggai.report.summary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A report to draft, of the caller's own region.
 *
 * @param campaignId a published campaign
 * @param content parts may still be empty
 */
record NewReport(@NotNull UUID campaignId, @NotNull @Valid ReportContent content) {}
