/**
 * What failures of the database mean: to who calls, and to who reads events.
 */
@NullMarked
package io.zhenggai.kit.database;

import org.jspecify.annotations.NullMarked;
