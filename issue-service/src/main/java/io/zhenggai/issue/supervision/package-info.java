/**
 * The supervision ladder 督办: 提示函 → 督办单 → 约谈 → 通报. Each step is proposed by rule ({@link io.zhenggai.issue.supervision.SupervisionRules})
 * or drafted by hand, and is nothing until a person signs it: then it has a number and a day until which it is replied to, and only then who
 * is addressed sees it.
 *
 * <pre>
 * PROPOSED → SIGNED → ACCEPTED      each addressee: OWED → REPLIED → ACCEPTED
 *    ↓ ↘                                               ↑        ↓
 * DISMISSED LAPSED                                     └ RETURNED
 * </pre>
 */
@NullMarked
package io.zhenggai.issue.supervision;

import org.jspecify.annotations.NullMarked;
