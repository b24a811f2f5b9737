/**
 * Which service answers which path, and how much it takes.
 */
@NullMarked
package io.zhenggai.gateway.routing;

import org.jspecify.annotations.NullMarked;
