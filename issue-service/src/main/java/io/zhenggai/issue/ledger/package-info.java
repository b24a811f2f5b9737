/**
 * The life of an issue.
 *
 * <pre>
 * REGISTERED → ASSIGNED → ACKNOWLEDGED → IN_RECTIFICATION → CLOSE_OUT_REQUESTED → CLOSED       (the city verifies)
 *                                              ↑                    ↓   ↘ FIRST_REVIEWED → CLOSED (the province verifies)
 *                                              └───── returned ─────┴────────────┘
 * </pre>
 *
 * Who assigns verifies 谁交办、谁验收; nobody verifies their own request, persons being compared and not roles.
 */
@NullMarked
package io.zhenggai.issue.ledger;

import org.jspecify.annotations.NullMarked;
