/**
 * Look-backs 回头看: the province draws a sample of closed issues that anybody can draw again, and tells of each what was found on the spot:
 * 属实, 整改不到位, 虚假整改, 问题反弹. What does not hold is revoked, what has come back is registered anew, each in the transaction of its
 * result.
 *
 * Nobody below the province knows what was drawn until the result is told: an inspection that is announced finds what was prepared for it.
 * For the same reason the seed, from which an office could tell what of its own was drawn, is shown to the province and its auditors only.
 */
@NullMarked
package io.zhenggai.issue.lookback;

import org.jspecify.annotations.NullMarked;
