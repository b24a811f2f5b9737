/**
 * The two kinds of time: the business clock, which can be set from outside, and real time, which cannot (decision 8).
 */
@NullMarked
package io.zhenggai.kit.time;

import org.jspecify.annotations.NullMarked;
