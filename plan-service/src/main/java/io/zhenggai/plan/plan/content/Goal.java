package io.zhenggai.plan.plan.content;

import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 目标.
 *
 * @param text needed when the plan is submitted
 * @param tasks 任务, at most 50; at least one when the plan is submitted
 */
public record Goal(
        @Text(max = 1_000) @Nullable String text,
        @Size(max = 50) List<@NotNull @Valid Task> tasks) {

    /** Nothing said means none. */
    @SuppressWarnings("ConstantValue")
    public Goal {
        tasks = tasks == null ? List.of() : tasks;
    }
}
