/** Documents as they are served: packed by the build, known by their ETags. */
@NullMarked
package io.zhenggai.gateway.document;

import org.jspecify.annotations.NullMarked;
