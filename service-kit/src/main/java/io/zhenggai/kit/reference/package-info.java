/** Reads the reference tables that the project ships: small, written by hand, and refused as a whole when one row is wrong. */
@NullMarked
package io.zhenggai.kit.reference;

import org.jspecify.annotations.NullMarked;
