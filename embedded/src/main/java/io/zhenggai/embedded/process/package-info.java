/** Processes that end with the process that started them, and the ports and logs around them. */
@NullMarked
package io.zhenggai.embedded.process;

import org.jspecify.annotations.NullMarked;
