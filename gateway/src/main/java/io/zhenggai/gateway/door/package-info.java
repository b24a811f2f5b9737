/**
 * What holds for every request, whoever answers it: ids, strict paths, headers, refusals.
 */
@NullMarked
package io.zhenggai.gateway.door;

import org.jspecify.annotations.NullMarked;
