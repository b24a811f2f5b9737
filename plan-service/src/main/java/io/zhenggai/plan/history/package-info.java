/** What changed from one state of a thing to the next, for its history. */
@NullMarked
package io.zhenggai.plan.history;

import org.jspecify.annotations.NullMarked;
