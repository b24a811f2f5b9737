/**
 * Takes a request to its service and the answer back, as streams.
 */
@NullMarked
package io.zhenggai.gateway.proxy;

import org.jspecify.annotations.NullMarked;
