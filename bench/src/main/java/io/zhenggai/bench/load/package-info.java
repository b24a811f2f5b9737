/**
 * The load program: a service made of the kit alone, that appends events as fast as it is told to. What is measured with it is
 * the kit's own outbox and relay.
 */
@NullMarked
package io.zhenggai.bench.load;

import org.jspecify.annotations.NullMarked;
