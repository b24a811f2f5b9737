/**
 * Suspected misprints: each rule names one kind, tells the place and leaves the text as it is. A rule that would often be wrong
 * is left out: an alarm nobody believes is worse than none.
 */
@NullMarked
package io.zhenggai.plan.notice.misprint;

import org.jspecify.annotations.NullMarked;
