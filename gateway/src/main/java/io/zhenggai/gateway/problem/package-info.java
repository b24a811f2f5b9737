/**
 * What the gateway itself refuses, in two languages, RFC 9457.
 */
@NullMarked
package io.zhenggai.gateway.problem;

import org.jspecify.annotations.NullMarked;
