/** How the ledger grew and was worked off, month by month or week by week 趋势, from the same projection as the figures. */
@NullMarked
package io.zhenggai.report.trend;

import org.jspecify.annotations.NullMarked;
