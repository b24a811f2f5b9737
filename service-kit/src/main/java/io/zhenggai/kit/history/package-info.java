/**
 * Who did what to which aggregate, in the transaction of the deed; each entry chained to the one before (decision 13).
 */
@NullMarked
package io.zhenggai.kit.history;

import org.jspecify.annotations.NullMarked;
