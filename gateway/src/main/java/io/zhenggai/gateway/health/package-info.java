/**
 * Which services can be reached; never a reason to restart the gateway.
 */
@NullMarked
package io.zhenggai.gateway.health;

import org.jspecify.annotations.NullMarked;
