/**
 * The life of an issue.
 *
 * <pre>
 * REGISTERED → ASSIGNED → ACKNOWLEDGED → IN_RECTIFICATION → CLOSE_OUT_REQUESTED → CLOSED       (the city verifies)
 *     ↓   ↑        ↑ allotted  ↓ ↓           ↑  ↑  ↓                ↓   ↘ FIRST_REVIEWED → CLOSED (the province verifies)
 * REJECTED└ reassigned ────────┘ └           │  │  LONG_TERM        │            │            │
 *                                            │  └──── resumed       │            │            │
 *                                            └─────── returned ─────┴────────────┘            │
 *                                            └─────── revoked ────────────────────────────────┘
 * </pre>
 *
 * What was rejected is accepted after all by an assignment. Until its close-out is requested an issue may be MERGED into another one of the same region, and goes on where it stood when that is
 * undone. What was handed on by an office comes back to the office when it is reassigned, everything else to who assigns.
 *
 * Who assigns verifies 谁交办、谁验收, and the level above where the office's own host is the responsible unit; nobody verifies their own
 * request, persons being compared and not roles. {@link io.zhenggai.issue.ledger.IssueMove} has the legal moves; every change goes through
 * {@code IssueChanges}, with its history entry and its event.
 */
@NullMarked
package io.zhenggai.issue.ledger;

import org.jspecify.annotations.NullMarked;
