package io.zhenggai.issue.ledger;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 结转.
 *
 * @param campaignId a published campaign that has not ended, and another one than the issue's
 * @param deadline until when it is rectified there; needed where the issue has a deadline
 */
record CarryOver(@NotNull UUID campaignId, @Nullable LocalDate deadline) {}
