/**
 * What links a request to the events and log lines that it causes (W3C Trace Context).
 */
@NullMarked
package io.zhenggai.kit.trace;

import org.jspecify.annotations.NullMarked;
