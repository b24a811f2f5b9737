package io.zhenggai.plan.plan;

import io.zhenggai.plan.plan.content.PlanContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * The draft of a plan, of the caller's own office.
 *
 * @param content may be incomplete
 */
record NewPlan(@NotNull UUID campaignId, @NotNull @Valid PlanContent content) {}
