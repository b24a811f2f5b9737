/**
 * What other systems deliver 省级系统报送: the weekly scorecard, items of bulletins, complaints. Many at once, each with its own result: it is
 * registered, is there already, is refused by the rules of a registration, or is proposed as another source item of an issue that is still
 * open and likely the same matter. A proposal is PENDING until the office of the region, or the province, decides:
 *
 * <pre>
 *     PENDING ── acceptance ──→ ACCEPTED   a source item of that issue, or of the one that goes on in its place
 *        └────── refusal ─────→ REFUSED    an issue of its own, of whoever delivered it
 * </pre>
 *
 * Either way the texts go where the item goes, and the proposal keeps none of them; but for those of an item that somebody else has
 * registered meanwhile, maybe without them.
 */
@NullMarked
package io.zhenggai.issue.delivery;

import org.jspecify.annotations.NullMarked;
