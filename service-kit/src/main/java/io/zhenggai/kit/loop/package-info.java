/** What is repeated as long as a service runs. */
@NullMarked
package io.zhenggai.kit.loop;

import org.jspecify.annotations.NullMarked;
