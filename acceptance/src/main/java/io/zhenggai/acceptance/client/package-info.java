/** A client of the gateway: what a front end does, and nothing that only a service could. */
@NullMarked
package io.zhenggai.acceptance.client;

import org.jspecify.annotations.NullMarked;
