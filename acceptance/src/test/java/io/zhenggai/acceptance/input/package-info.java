/** Whatever is sent, however broken: a clear problem that names field and row, and nothing half stored. */
@NullMarked
package io.zhenggai.acceptance.input;

import org.jspecify.annotations.NullMarked;
