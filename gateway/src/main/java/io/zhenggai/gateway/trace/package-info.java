/**
 * The ids by which one request is found again in every log: the caller's own where it sent good ones.
 */
@NullMarked
package io.zhenggai.gateway.trace;

import org.jspecify.annotations.NullMarked;
