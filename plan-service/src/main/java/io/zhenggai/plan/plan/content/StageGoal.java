package io.zhenggai.plan.plan.content;

import io.zhenggai.kit.text.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a measure that outlasts the campaign reaches within it 阶段目标.
 *
 * @param deadline within the campaign
 */
public record StageGoal(
        @Text(max = 500) @Nullable String text, @Nullable LocalDate deadline) {}
