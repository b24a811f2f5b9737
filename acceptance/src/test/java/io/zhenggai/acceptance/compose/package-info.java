/** The description of the system in containers, held against the services, the realm and the demonstration accounts. */
@NullMarked
package io.zhenggai.acceptance.compose;

import org.jspecify.annotations.NullMarked;
