/**
 * Rectification plans 整改方案, one for each office and campaign.
 *
 * <pre>
 * DRAFT → SUBMITTED → ACCEPTED
 *           ↓    ↑
 *          RETURNED
 * </pre>
 *
 * The content may be revised while it is a draft or returned. Nobody reviews their own submission, persons being compared and
 * not roles. The obligation of the office follows in the same transaction; the plan's row is locked before the obligation's.
 */
@NullMarked
package io.zhenggai.plan.plan;

import org.jspecify.annotations.NullMarked;
