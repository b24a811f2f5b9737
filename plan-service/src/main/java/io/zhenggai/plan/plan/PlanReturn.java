package io.zhenggai.plan.plan;

import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * 退回.
 *
 * @param reasons section by section, at most 100
 * @param resubmitBy until when the corrected plan is owed; the 3rd working day after today where nothing is said
 */
record PlanReturn(
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Reason> reasons,
        @Nullable LocalDate resubmitBy) {

    /**
     * @param section {@code plan} for the whole, {@code uncovered}, or a place such as {@code goals[0].tasks[1]}
     * @param reason what is wrong with it
     */
    @Schema(name = "PlanReturnReason")
    record Reason(
            @NotBlank @Text(max = 100) String section,
            @NotBlank @Text(max = 1_000) String reason) {}
}
