/**
 * Requests that nobody means well by, drawn by chance over the whole contract: none may break the system, and none that is refused
 * may change anything.
 */
@NullMarked
package io.zhenggai.acceptance.fuzz;

import org.jspecify.annotations.NullMarked;
