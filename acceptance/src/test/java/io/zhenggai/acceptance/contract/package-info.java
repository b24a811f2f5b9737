/**
 * The published contract: that it is what the services serve, and that whatever the tests are answered is part of it.
 */
@NullMarked
package io.zhenggai.acceptance.contract;

import org.jspecify.annotations.NullMarked;
