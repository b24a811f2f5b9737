/** The command line behind {@code ./run}. */
@NullMarked
package io.zhenggai.embedded.launcher;

import org.jspecify.annotations.NullMarked;
