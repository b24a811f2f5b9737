/** What the state machines, the roles, the versions and the identity refuse. */
@NullMarked
package io.zhenggai.acceptance.refusal;

import org.jspecify.annotations.NullMarked;
