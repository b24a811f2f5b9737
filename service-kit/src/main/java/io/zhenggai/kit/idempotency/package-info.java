/**
 * A request that is sent again because its answer was lost has its effect once, and gets the first answer again (decision 11).
 */
@NullMarked
package io.zhenggai.kit.idempotency;

import org.jspecify.annotations.NullMarked;
