/**
 * Keyset pages: opaque cursors, stable under inserts.
 */
@NullMarked
package io.zhenggai.kit.paging;

import org.jspecify.annotations.NullMarked;
