package io.zhenggai.plan.plan.content;

import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 任务.
 *
 * @param text needed when the plan is submitted
 * @param measures 措施, at most 50; at least one when the plan is submitted
 */
public record Task(
        @Text(max = 1_000) @Nullable String text,
        @Size(max = 50) List<@NotNull @Valid Measure> measures) {

    /** Nothing said means none. */
    @SuppressWarnings("ConstantValue")
    public Task {
        measures = measures == null ? List.of() : measures;
    }
}
