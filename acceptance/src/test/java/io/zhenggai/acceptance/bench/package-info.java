/** {@code ./run bench}, as small as it goes. */
@NullMarked
package io.zhenggai.acceptance.bench;

import org.jspecify.annotations.NullMarked;
