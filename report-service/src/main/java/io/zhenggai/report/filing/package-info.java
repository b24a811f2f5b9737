/**
 * What this service keeps of what offices owe and file with the plan service: projections of the topics
 * {@code zhenggai.obligation} and {@code zhenggai.plan}.
 */
@NullMarked
package io.zhenggai.report.filing;

import org.jspecify.annotations.NullMarked;
