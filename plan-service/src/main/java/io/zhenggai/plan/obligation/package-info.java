/**
 * Who owes what by when 应办事项.
 *
 * <pre>
 * FILING   OPEN → SUBMITTED → ACCEPTED
 *                  ↓     ↑
 *                  RETURNED
 * ACTION   OPEN → ACCEPTED
 * </pre>
 *
 * A filing follows its plan or report, an action its training session. Punctuality is judged on the first submission and never
 * changes. WAIVED 免报 is reserved.
 */
@NullMarked
package io.zhenggai.plan.obligation;

import org.jspecify.annotations.NullMarked;
