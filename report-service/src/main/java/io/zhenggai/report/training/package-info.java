/** What this service keeps of the trainings: a projection of the topic {@code zhenggai.training-session}, and its figures. */
@NullMarked
package io.zhenggai.report.training;

import org.jspecify.annotations.NullMarked;
