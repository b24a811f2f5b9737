/** The whole system, running once for all tests, and what they share on it. */
@NullMarked
package io.zhenggai.acceptance.system;

import org.jspecify.annotations.NullMarked;
