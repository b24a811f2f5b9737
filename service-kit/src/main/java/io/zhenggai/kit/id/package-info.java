/**
 * Identifiers for machines: UUID version 7, so that new rows land at the end of their index.
 */
@NullMarked
package io.zhenggai.kit.id;

import org.jspecify.annotations.NullMarked;
