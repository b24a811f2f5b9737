/**
 * Figures of the ledger, counted from a projection of the topic {@code zhenggai.issue}. {@link
 * io.zhenggai.report.figures.Figures} defines each of them.
 */
@NullMarked
package io.zhenggai.report.figures;

import org.jspecify.annotations.NullMarked;
