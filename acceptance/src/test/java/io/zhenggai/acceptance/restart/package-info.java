/** Each service is killed in the middle of its work and started again: nothing is lost, nothing comes twice. */
@NullMarked
package io.zhenggai.acceptance.restart;

import org.jspecify.annotations.NullMarked;
