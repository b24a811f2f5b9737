/**
 * A module in which every rule of the architecture is broken once, to see that each is noticed.
 */
@NullMarked
package io.zhenggai.kit.testsupport.badhouse;

import org.jspecify.annotations.NullMarked;
