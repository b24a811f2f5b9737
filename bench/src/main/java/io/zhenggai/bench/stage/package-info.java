/** The servers and services that are measured, each a process of its own, on data that is thrown away. */
@NullMarked
package io.zhenggai.bench.stage;

import org.jspecify.annotations.NullMarked;
