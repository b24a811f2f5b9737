/**
 * The one public door. The gateway owns the address space under {@code /api/v1}, the limits of what may be sent, the first
 * check of a caller's token, and the published contract. It owns no data and no business rule: what a caller may see or
 * do is decided by the services, which check the token again.
 */
@NullMarked
package io.zhenggai.gateway;

import org.jspecify.annotations.NullMarked;
