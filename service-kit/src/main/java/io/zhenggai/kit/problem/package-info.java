/**
 * Refusals in two languages and their form on the wire, RFC 9457.
 */
@NullMarked
package io.zhenggai.kit.problem;

import org.jspecify.annotations.NullMarked;
