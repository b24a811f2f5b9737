/** The event that load and limits have in common. */
@NullMarked
package io.zhenggai.bench.sample;

import org.jspecify.annotations.NullMarked;
