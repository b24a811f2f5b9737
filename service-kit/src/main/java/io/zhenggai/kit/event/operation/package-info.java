/** What operators may do with events that cannot go their way, and the record of what they did. */
@NullMarked
package io.zhenggai.kit.event.operation;

import org.jspecify.annotations.NullMarked;
