/**
 * Who calls, and what part of the province the caller may see (decision 9).
 */
@NullMarked
package io.zhenggai.kit.identity;

import org.jspecify.annotations.NullMarked;
