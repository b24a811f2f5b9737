package io.zhenggai.issue.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step that is to be taken about one issue.
 *
 * @param basis what tells it from another step of the same kind and cause: the day that was missed, how many returns, which letter
 * @param since the day that was missed; none of returns
 */
record Step(
        SupervisionKind kind,
        SupervisionCause cause,
        String basis,
        @Nullable LocalDate since) {}
