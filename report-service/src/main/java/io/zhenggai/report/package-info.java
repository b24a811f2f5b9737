/**
 * The report service owns the summary reports 总结报告 and the figures. It counts from projections of what the other services
 * tell, and tells every change of a report on the topic {@code zhenggai.report}.
 */
@NullMarked
package io.zhenggai.report;

import org.jspecify.annotations.NullMarked;
