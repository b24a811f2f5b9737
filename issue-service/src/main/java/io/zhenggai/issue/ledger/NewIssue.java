package io.zhenggai.issue.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * An issue to register.
 *
 * @param campaignId a published campaign
 * @param region six-digit code of the city, county or zone concerned
 * @param description what is wrong, at most 2,000 characters
 */
record NewIssue(
        @NotNull UUID campaignId,
        @NotNull @Pattern(regexp = "\\d{6}") String region,
        @NotBlank @Size(max = 2_000) String description,
        @NotNull Category category,
        @NotNull Severity severity,
        @NotNull @Valid SourceItem sourceItem) {}
