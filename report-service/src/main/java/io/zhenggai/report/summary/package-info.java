/**
 * The summary reports 总结报告, one of each office in a campaign.
 *
 * <pre>
 * DRAFT → SUBMITTED → ACCEPTED
 *            ↓  ↑
 *          RETURNED
 * </pre>
 *
 * The office writes, submits and corrects; the province returns or accepts. Figures are those of now until a submission
 * freezes them. A report that was submitted late stays late for ever; nobody reviews what they submitted themselves.
 */
@NullMarked
package io.zhenggai.report.summary;

import org.jspecify.annotations.NullMarked;
